#!/usr/bin/env python3
"""sheet.py CSV SHEET [text] - the cells of SHEET, a flat OpenDocument file, are those of CSV, and none is a formula

Without `text`, figures and days may have become such: then the sheet's value is the same figure or day, (1) being -1, as
tanzaku-csv(1) warns."""
import csv
import datetime
import re
import sys
import xml.etree.ElementTree as tree

TABLE, TEXT, OFFICE = [f'{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}' for name in ('table', 'text', 'office')]


def shown(node):
    """The text of a paragraph, whose blanks may be elements."""
    out = node.text or ''
    for each in node:
        if each.tag == TEXT + 's':
            out += ' ' * int(each.get(TEXT + 'c', 1))
        elif each.tag == TEXT + 'tab':
            out += '\t'
        else:
            out += shown(each)
        out += each.tail or ''
    return out


def rows_of(path):
    for row in tree.parse(path).iter(TABLE + 'table-row'):
        cells = []
        for cell in row:
            if cell.get(TABLE + 'formula') is not None:
                sys.exit(f'a formula: {cell.get(TABLE + "formula")}')
            kind = cell.get(OFFICE + 'value-type')
            value = '\n'.join(shown(p) for p in cell.findall(TEXT + 'p'))
            if kind not in (None, 'string'):
                value = (kind, cell.get(OFFICE + ('date-value' if kind == 'date' else 'time-value' if kind == 'time' else 'value')), value)
            cells += [value] * min(int(cell.get(TABLE + 'number-columns-repeated', 1)), 2000)
        yield cells


def is_same(text, value):
    if isinstance(value, str):
        return text == value
    kind, value, _ = value
    if kind == 'date':
        day = [int(n) for n in re.findall(r'\d+', text)]
        return datetime.date.fromisoformat(value[:10]) == datetime.date(*day) if len(day) == 3 else len(day) == 2
    if kind == 'time':
        return ':' in text
    number = text.replace(',', '')
    number = re.sub(r'^\((\d+)\)$', r'-\1', number)
    scale = 100 if number.endswith('%') else 1
    try:
        return abs(float(number.rstrip('%')) / scale - float(value)) < 1e-9
    except ValueError:
        return False


def main():
    with open(sys.argv[1], encoding='utf-8-sig', newline='') as file:
        wanted = list(csv.reader(file, strict=True))
    count = other = 0
    rows = rows_of(sys.argv[2])
    for number, (want, row) in enumerate(zip(wanted, rows), 1):
        row += [''] * (len(want) - len(row))
        if any(value != '' for value in row[len(want):]):
            sys.exit(f'row {number}: {row[len(want):]} behind the last cell')
        for text, value in zip(want, row):
            count += 1
            other += not isinstance(value, str)
            if (sys.argv[3:] and not isinstance(value, str)) or not is_same(text, value):
                sys.exit(f'row {number}: {text!r} has become {value!r}')
    if number != len(wanted) or count < 30:
        sys.exit(f'{number} rows, not {len(wanted)}')
    print(f'{count} cells of {number} rows, {other} of them figures or days')


main()
