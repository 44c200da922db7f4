#!/usr/bin/env python3
"""check.py FOLDER [-v] - the tables of make.py, as pdftotext -layout and tanzaku convert read them, against what they were made of

A row counts as right if its cells are those of its source, blanks apart. Any other row is wrong, and so are rows that are missing
without a warning in their document. The counts are printed, and "N passed, N failed".
"""
import glob
import json
import os
import subprocess
import sys

RIGHT = 90  # of a hundred rows, at least


def plain(cells):
    return [''.join(c.split()) for c in cells]


def read(pdf):
    """The rows, whether something was said of them, and the page as it was laid out."""
    page = subprocess.run(['pdftotext', '-layout', pdf, '-'], capture_output=True, check=True).stdout
    tree = json.loads(subprocess.run(['tanzaku-convert', '-'], input=page, capture_output=True).stdout)
    rows, warned = [], []

    def walk(node):
        warned.extend(w['code'] for w in node.get('warnings', []))
        if 'cells' in node:
            rows.append((list(node['cells']), plain(node['cells'].values())))
        for child in node.get('children', []) + node.get('rows', []):
            walk(child)

    walk(tree)
    return rows, warned, page.decode()


def main():
    folder, loud = sys.argv[1], '-v' in sys.argv
    n = dict.fromkeys(['documents', 'rows', 'right', 'unnamed', 'wrong', 'lost', 'silent'], 0)
    for name in sorted(glob.glob(os.path.join(folder, '*.pdf'))):
        with open(name[:-3] + 'json', encoding='utf-8') as file:
            truth = json.load(file)
        rows, warned, page = read(name)
        left = [plain(row) for row in truth['rows']]
        n['documents'] += 1
        n['rows'] += len(left)
        wrong = []
        for names, cells in rows:
            if cells in left:
                left.remove(cells)
                n['right'] += 1
                n['unnamed'] += plain(names) != plain(truth['names'])
            else:
                wrong.append(cells)
        n['wrong'] += len(wrong)
        n['lost' if warned else 'silent'] += len(left)
        if wrong or left:
            print('# %s: %d wrong, %d missing%s' % (name, len(wrong), len(left), ', with a warning' if warned else ''))
            print('#', [w for w in wrong[:3]], left[:2])
            if loud:
                print(page)
    print('# ' + ', '.join('%s %d' % item for item in n.items()))
    checks = [('no row is wrong', n['wrong'] == 0), ('none is lost in silence', n['silent'] == 0),
              ('%d of 100 are there' % RIGHT, n['documents'] and 100 * n['right'] >= RIGHT * n['rows'])]
    for what, right in checks:
        print('ok' if right else 'not ok', '-', what)
    good = sum(bool(right) for _, right in checks)
    print('%d passed, %d failed' % (good, len(checks) - good))
    return good < len(checks)


sys.exit(main())
