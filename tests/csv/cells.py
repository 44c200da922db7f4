#!/usr/bin/env python3
"""cells.py FORM CSV - as JSON Lines {doc, line, id, cells}, what Python's csv finds in the output of tanzaku csv"""
import csv
import json
import sys

FIXED = ['doc', 'line', 'id', 'path']
csv.field_size_limit(1 << 30)
form, name = sys.argv[1:]
with open(name, encoding='utf-8-sig', newline='') as file:
    lines = list(csv.reader(file, strict=True))
header = lines[0]
assert header[:4] == FIXED, header
assert len(set(header)) == len(header), 'a column comes twice'
rows = {}
for values in lines[1:]:
    assert len(values) == len(header), values
    row = rows.setdefault((values[0], values[2]), {'doc': values[0], 'line': int(values[1]), 'id': values[2], 'cells': {}})
    if form == 'long':
        assert header[4:] == ['column', 'role', 'value'], header
        cells = [(values[4], values[6])]
    else:
        cells = list(zip(header[4:], values[4:]))
    row['cells'].update((key, value) for key, value in cells if value)
for row in rows.values():
    print(json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(',', ':')))
