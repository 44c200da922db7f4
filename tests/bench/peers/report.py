"""Progress reports to JSON Lines, one object a table row, as `tanzaku convert -l` does it.

usage: report.py [-a] [ENCODING] <document
       report.py [-a] --files FILE ...         finds the encoding
       report.py [-a] --into OUTDIR SOURCE     the same for all files below SOURCE, into one .jsonl each

-a: with the dates and agencies of each row
"""
import calendar
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

ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
DATE = re.compile(r"(明治|大正|昭和|平成|令和)(元|\d+)年(?:(度)|(\d+)月(?:(\d+)日)?)?|(前|今|本|来|同)?年度(?:内|末|中)?")
RELATIVE = {"前": -1, "来": 1}
AGENCIES = {
    "内閣官房": "3000012010001", "内閣府": "2000012010019", "警察庁": "8000012130001", "金融庁": "6000012010023",
    "総務省": "2000012020001", "法務省": "1000012030001", "外務省": "9000012040001", "財務省": "8000012050001",
    "文部科学省": "7000012060001", "厚生労働省": "6000012070001", "農林水産省": "5000012080001",
    "経済産業省": "4000012090001", "国土交通省": "2000012100001", "環境省": "1000012110001", "防衛省": "9000012120001",
    "関係府省": None, "関係省庁": None,
}
AGENCY = re.compile("|".join(sorted(AGENCIES, key=len, reverse=True)))


def fiscal_year(year, flags):
    return f"{year:04}-04-01", f"{year + 1:04}-03-31", "fiscal-year", flags


def code_of(meaning):
    return next((code for pattern, code in CODES if pattern.search(meaning)), None)


class Report:
    with_facts = False

    def __init__(self, name):
        self.name = name
        self.legend = {}
        self.headings = []  # (depth, mark, title), outermost first
        self.header = None
        self.year = None  # the fiscal year of the last date

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

    def period(self, match):
        era, year, whole, month, day, relation = match.groups()
        if era is None:
            if self.year is None:
                return None, None, None, ["relative", "unresolved"]
            return fiscal_year(self.year + RELATIVE.get(relation, 0), ["inferred-year", "relative"])
        year = ERAS[era] + (1 if year == "元" else int(year))
        self.year = year - (month is not None and int(month) < 4)
        if whole:
            return fiscal_year(year, [])
        if month is None:
            return f"{year:04}-01-01", f"{year:04}-12-31", "year", []
        month = int(month)
        if day is None:
            last = calendar.monthrange(year, month)[1]
            return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{last:02}", "month", []
        date = f"{year:04}-{month:02}-{int(day):02}"
        return date, date, "day", []

    def facts(self, cells):
        dates, agencies = [], []
        for column, cell in zip(self.header, cells):
            for match in DATE.finditer(cell):
                start, end, precision, flags = self.period(match)
                dates.append({"column": column, "raw": match.group(), "start": start, "end": end,
                              "precision": precision, "flags": flags})
            if column.startswith("担当"):
                for name in AGENCY.findall(cell):
                    number = AGENCIES[name]
                    agencies.append({"column": column, "name": name, "kind": "agency" if number else "group",
                                     "id": number})
        return {"dates": dates, "agencies": agencies}

    def rows(self, lines):
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\r\n")
            if "\t" not in line:
                self.text_line(line)
            elif self.header is None:
                self.header = line.split("\t")
            else:
                cells = line.split("\t")
                row = self.row(number, cells)
                if self.with_facts:
                    row.update(self.facts(cells))
                yield row


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
    if args[:1] == ["-a"]:
        Report.with_facts = True
        del args[0]
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
