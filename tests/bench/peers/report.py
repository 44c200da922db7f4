"""Progress reports to JSON Lines, one object a table row, as `tanzaku convert -l` does it.

usage: report.py [ENCODING] <document     report.py --files FILE ...   (UTF-8, else CP932)
"""
import io
import json
import re
import sys

LEGEND = re.compile(r"(?:凡例[::]\s*)?([①-⑳])…(.+)")
SCHEMES = [re.compile(p) for p in (
    r"第\d+[編部]", r"第\d+章", r"第\d+節", r"[①-⑳]", r"\(\d+\)", r"\([ア-ン]\)")]
CODES = [(re.compile(p), code) for p, code in (
    ("実施済|完了した", "done"), ("着手済|準備を進め", "in-progress"), ("今後|予定", "planned"), ("不明", "uncertain"))]


def code_of(meaning):
    return next((code for pattern, code in CODES if pattern.search(meaning)), None)


class Report:
    def __init__(self, name):
        self.name = name
        self.legend = {}
        self.headings = []  # (depth, mark, title), outermost first
        self.header = None

    def text_line(self, line):
        self.header = None
        if not line:
            return
        if match := LEGEND.match(line):
            mark, meaning = match.groups()
            self.legend[mark] = {"mark": mark, "code": code_of(meaning),
                                 "rank": len(self.legend) + 1, "meaning": meaning}
            return
        for depth, scheme in enumerate(SCHEMES):
            if match := scheme.match(line):
                while self.headings and self.headings[-1][0] >= depth:
                    self.headings.pop()
                self.headings.append((depth, match.group().strip("()"), line))
                return

    def row(self, number, cells):
        record = {
            "doc": self.name,
            "line": number,
            "id": "/".join([mark for _, mark, _ in self.headings] + cells[0].replace(")", "").split()),
            "path": [title for _, _, title in self.headings],
            "cells": dict(zip(self.header, cells)),
            "status": [],
        }
        if status := self.legend.get(cells[-1]):
            record["status"].append({"column": self.header[-1], "raw": cells[-1], **status})
        return record

    def rows(self, lines):
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\r\n")
            if "\t" not in line:
                self.text_line(line)
            elif self.header is None:
                self.header = line.split("\t")
            else:
                yield self.row(number, line.split("\t"))


def convert(name, lines):
    for row in Report(name).rows(lines):
        print(json.dumps(row, ensure_ascii=False, separators=(",", ":")))


def decoded(data):
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp932", "replace")


def main(args):
    sys.stdout.reconfigure(encoding="utf-8")
    if args[:1] == ["--files"]:
        for name in args[1:]:
            with open(name, "rb") as file:
                convert(name, decoded(file.read()).split("\n"))
    else:
        encoding = args[0] if args else "utf-8"
        convert("-", io.TextIOWrapper(sys.stdin.buffer, encoding=encoding, errors="replace", newline="\n"))


main(sys.argv[1:])
