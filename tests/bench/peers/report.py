"""Progress reports to JSON Lines, one object a table row, as `tanzaku convert -l` does it.

usage: report.py [ENCODING] <document
       report.py --files FILE ...         finds the encoding
       report.py --into OUTDIR SOURCE     the same for all files below SOURCE, into one .jsonl each
"""
import io
import json
import os
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


def convert(name, lines, out):
    for row in Report(name).rows(lines):
        print(json.dumps(row, ensure_ascii=False, separators=(",", ":")), file=out)


# What is between the escapes of ISO-2022-JP is EUC-JP without its high bits.
KANJI = re.compile(rb"\x1b\$[@B]([^\x1b]*)\x1b\([BJ]")
HIGH = bytes(byte | 0x80 for byte in range(256))


def decoded(data):
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        raise ValueError("not Japanese text")
    if b"\x1b$" in data:
        data = KANJI.sub(lambda match: match.group(1).translate(HIGH), data)
    for encoding in "utf-8-sig", "euc_jis_2004":
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    return data.decode("cp932", "replace")


def convert_file(path, name, out):
    with open(path, "rb") as file:
        convert(name, decoded(file.read()).split("\n"), out)


def convert_tree(source, outdir):
    for folder, _, files in os.walk(source):
        into = os.path.join(outdir, os.path.relpath(folder, source))
        os.makedirs(into, exist_ok=True)
        for file in files:
            path = os.path.join(folder, file)
            with open(os.path.join(into, file + ".jsonl"), "w", encoding="utf-8") as out:
                try:
                    convert_file(path, path, out)
                except (OSError, ValueError) as error:
                    print(f"{path}: {error}", file=sys.stderr)


def main(args):
    sys.stdout.reconfigure(encoding="utf-8")
    if args[:1] == ["--files"]:
        for name in args[1:]:
            convert_file(name, name, sys.stdout)
    elif args[:1] == ["--into"]:
        convert_tree(args[2], args[1])
    else:
        encoding = args[0] if args else "utf-8"
        lines = io.TextIOWrapper(sys.stdin.buffer, encoding=encoding, errors="replace", newline="\n")
        convert("-", lines, sys.stdout)


main(sys.argv[1:])
