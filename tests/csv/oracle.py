#!/usr/bin/env python3
"""oracle.py [-n FILES] [-s SEED] - tables of commas, semicolons and tabs, read by tanzaku, Python's csv and Miller

Makes FILES (5,000) small files in a temporary folder: some in quotes throughout, some nowhere; newlines, separators and
doubled quotes in cells, a byte order mark, CRLF, no final newline, ragged rows, empty columns. The cells of the three must be
the same. A file whose name does not end in .csv or .tsv may be taken for prose, but for no other table than it is.
Prints a line a check, and "N passed, N failed" at the end.
"""
import collections
import csv
import getopt
import io
import json
import os
import random
import subprocess
import sys
import tempfile

NOUNS = '花壇 苗木 井戸 支柱 水路 温室 畑 倉庫 看板 柵 通路 池 土 種 肥料 手袋 棚 樋 石垣 芝'.split()
NAMES = '番号 名称 区分 担当 期限 数量 単価 場所 備考 状態 種類 住所 更新日 単位 年度 合計 割合 理由 評価 連絡先'.split()
FOUND, SEED = 93, 15  # of a hundred files without a name that tells


def word(r):
    return ''.join(r.choice(NOUNS) for _ in range(r.randint(1, 3)))


def figure(r):
    return r.choice([str(r.randint(0, 9999)), '%.1f' % (r.random() * 100), '%03d' % r.randint(0, 99)])


KINDS = {
    'word': word,
    'figure': figure,
    'thousands': lambda r: '{:,}'.format(r.randint(1000, 9999999)),
    'date': lambda r: '%d/%d/%d' % (r.randint(2020, 2026), r.randint(1, 12), r.randint(1, 28)),
    'mark': lambda r: r.choice('○△×'),
    'few': lambda r: r.choice(['済', '未', '中']),
    'listed': lambda r: r.choice([',', '、', ';']).join(word(r) for _ in range(r.randint(1, 3))),
    'lines': lambda r: '\n'.join(word(r) for _ in range(r.randint(1, 3))),
    'quoted': lambda r: word(r) + r.choice(['', ' "%s"' % word(r), '"']),
    'gaps': lambda r: r.choice(['', '', word(r)]),
    'empty': lambda r: '',
}


def table(r):
    """Names, and rows of cells."""
    width = r.randint(2, 10)
    kinds = ['word' if r.random() < .5 else 'figure'] + [r.choice(list(KINDS)) for _ in range(width - 1)]
    if all(k in ('gaps', 'empty', 'lines', 'quoted') for k in kinds[1:]):
        kinds[-1] = 'figure'
    rows = [[KINDS[k](r) for k in kinds] for _ in range(r.randint(4, 14))]
    return [r.sample(NAMES, width)] + rows


def written(r, rows, mark):
    out = io.StringIO()
    quoting = r.choice([csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    csv.writer(out, delimiter=mark, quoting=quoting, lineterminator='\n').writerows(rows)
    text = out.getvalue()
    if r.random() < .2:
        text = text.rstrip('\n')
    data = text.encode('utf-8')
    if r.random() < .3 and not any('\n' in c for row in rows for c in row):
        data = data.replace(b'\n', b'\r\n')
    return (b'\xef\xbb\xbf' if r.random() < .2 else b'') + data


def make(r, folder, n):
    files = {}
    for i in range(n):
        mark = r.choice([',', ',', ',', ';', '\t'])
        named = r.random() < .5
        name = '%05d.%s' % (i, ('tsv' if mark == '\t' else 'csv') if named else 'txt')
        with open(os.path.join(folder, name), 'wb') as file:
            file.write(written(r, table(r), mark))
        files[name] = mark
    return files


def by_python(folder, files):
    cells = {}
    for name, mark in files.items():
        with open(os.path.join(folder, name), encoding='utf-8-sig', newline='') as file:
            cells[name] = [row for row in csv.reader(file, delimiter=mark, strict=True) if row]
    return cells


def by_miller(folder, files):
    cells = collections.defaultdict(list)
    for mark in ',;\t':
        names = [n for n in files if files[n] == mark]
        got = subprocess.run(['mlr', '-S', '--icsv', '--ifs', mark, '--implicit-csv-header', '--ojsonl', 'put', '$* = mapsum({"file": FILENAME}, $*)'] + names,
                             cwd=folder, capture_output=True, text=True, check=True).stdout
        for line in got.splitlines():
            row = json.loads(line)
            cells[row.pop('file')].append([str(c) for c in row.values()])
    return cells


def by_tanzaku(folder, files):
    names = list(files)
    got = subprocess.run(['tanzaku-convert', '-l'] + names, cwd=folder, capture_output=True, text=True).stdout
    cells = {name: [] for name in names}
    for line in got.splitlines():
        row = json.loads(line)
        cells[row['doc']].append(row['cells'])
    return cells


def same(ours, theirs):
    """The rows are theirs, below their first one as names, or with it as one more row."""
    head = [name.strip() for name in theirs[0]]
    values = [list(row.values()) for row in ours]
    if values == theirs[1:]:
        return all([k.strip() for k in row] == head for row in ours) or 'names'
    return 'names' if values == theirs else ''


def main():
    options = dict(getopt.getopt(sys.argv[1:], 'n:s:')[0])
    n, r = int(options.get('-n', 5000)), random.Random(int(options.get('-s', SEED)))
    good = bad = 0

    def check(right, what):
        nonlocal good, bad
        good, bad = good + bool(right), bad + (not right)
        print('ok' if right else 'not ok', '-', what)

    with tempfile.TemporaryDirectory() as folder:
        files = make(r, folder, n)
        python, miller, ours = by_python(folder, files), by_miller(folder, files), by_tanzaku(folder, files)
        count = collections.Counter()
        for name in files:
            named = not name.endswith('.txt')
            count['named' if named else 'other'] += 1
            if python[name] != miller[name]:
                count['peers differ'] += 1
            if not ours[name]:
                count['no row', named] += 1
                if named:
                    print('#', name, json.dumps(python[name], ensure_ascii=False)[:300])
                continue
            verdict = same(ours[name], python[name])
            if verdict:
                count['header'] += verdict is True
                count['read'] += 1
                continue
            count['wrong'] += 1
            print('#', name, json.dumps(ours[name], ensure_ascii=False)[:300])
            print('#  ', json.dumps(python[name], ensure_ascii=False)[:300])
            with open(os.path.join(folder, name), 'rb') as file:
                print('#  ', file.read()[:300])
        check(count['peers differ'] == 0, 'Miller and Python read the same of all but %d' % count['peers differ'])
        check(count['wrong'] == 0, '%d files read, the cells of %d differ from theirs' % (count['read'], count['wrong']))
        check(count['no row', True] == 0, 'of %d with a name that tells, %d give no row' % (count['named'], count['no row', True]))
        check(100 * count['no row', False] <= (100 - FOUND) * count['other'], 'of %d without, %d give no row' % (count['other'], count['no row', False]))
        check(100 * count['header'] >= 97 * count['read'], 'the names of %d are found' % count['header'])
    print('%d passed, %d failed' % (good, bad))
    return bad > 0


if __name__ == '__main__':
    sys.exit(main())
