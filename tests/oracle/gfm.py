#!/usr/bin/env python3
"""gfm.py [-n DOCUMENTS] [-s SEED] - what tanzaku-split reads in Markdown against what cmark-gfm does

Makes DOCUMENTS of headings, underlined ones, paragraphs, fences, quotations, lists and tables, each from its own
seed, and compares: the headings outside of quotations and lists with their levels, the cells of all tables, and the
lines of code. Prints each document that differs, and the number of those that do not. What differs on purpose
(tanzaku(7), Markdown) is not made."""
import random
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

WORDS = '倉庫 箱 棚 札 鍵 係 東 西 貸し出し 返却 数 色 月 日 予定 済 途中 赤い札 三つの箱 甲乙 A1 box 12 3.5 ○ △ -'.split()


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def word(self):
        return self.r.choice(WORDS)

    def text(self):
        return self.r.choice(WORDS[:20]) + ''.join(self.r.choice(['', ' ']) + self.r.choice(WORDS[:20]) for _ in range(self.r.randint(0, 3)))

    def heading(self):
        closing = self.r.choice(['', '', '', ' #', ' ###', '#', '  ##  '])
        signs = '#' * self.r.randint(1, 7)
        return [self.r.choice(['', '', ' ', '   ']) + signs + self.r.choice([' ', '  ', '', ' ']) + self.text() + closing]

    def underlined(self):
        return [self.text(), self.r.choice(['===', '====', '---', '-----', '   ---', '====  '])]

    def paragraph(self):
        return [self.text() + '。' for _ in range(self.r.randint(1, 3))]

    def fence(self):
        mark = self.r.choice(['```', '~~~', '````'])
        inside = [self.r.choice(['├── 箱', '# 札', '| a | b |', '|---|---|', '1. 鍵', '', '> 棚', '- 係', '凡例：○']) for _ in range(self.r.randint(0, 4))]
        return [mark + self.r.choice(['', '', 'text', ' sh'])] + inside + [mark + self.r.choice(['', '', mark[0], '  '])]

    def cell(self):
        kind = self.r.randint(0, 12)
        if kind == 0:
            return ''
        if kind == 1:
            return self.word() + '\\|' + self.word()
        if kind == 2:
            return '`' + self.word() + '`'
        if kind == 3:
            return '**' + self.word() + '**'
        if kind == 4:
            return '~~' + self.r.choice(WORDS[:20]) + '~~'
        if kind == 5:
            return '[' + self.word() + '](http://example.jp/)'
        return self.word()

    def row(self, n, outer):
        cells = [self.cell() for _ in range(n)]
        if not outer and cells[0] in ('', '-'):
            cells[0] = '箱'
        if not outer and not cells[-1]:
            cells[-1] = self.word()
        pad = self.r.choice(['', ' '])
        line = '|'.join(pad + c + pad for c in cells)
        return '|' + line + '|' if outer else line.strip()

    def table(self):
        n = self.r.randint(2, 5)
        outer = self.r.random() < 0.8
        rule = '|'.join(self.r.choice(['---', ':--', '--:', ':-:', ' --- ', '-----']) for _ in range(n))
        lines = [self.row(n, outer), '|' + rule + '|' if outer else rule.strip()]
        if not lines[0].strip('|- '):
            lines[0] = lines[0].replace('-', '箱', 1)  # a header of dashes is a rule to us
        for _ in range(self.r.randint(1, 4)):
            lines.append(self.row(n, outer))
        return lines

    def quotation(self):
        body = [line.replace('\t', ' ') for line in self.r.choice([self.paragraph, self.table, self.fence, self.heading])()]
        return [self.r.choice(['> ', '>']) * 1 + line if line else '>' for line in body]

    def items(self):
        mark = self.r.choice(['- ', '* ', '1. ', '2) '])
        lines = []
        for _ in range(self.r.randint(1, 3)):
            body = self.r.choice([self.paragraph, self.paragraph, self.fence])()
            lines += [mark + body[0]] + [(' ' * len(mark) + line) if line else '' for line in body[1:]]
        return lines

    def document(self):
        lines = []
        for _ in range(self.r.randint(2, 7)):
            block = self.r.choice([self.heading, self.heading, self.underlined, self.paragraph, self.fence, self.table,
                                   self.table, self.quotation, self.items])()
            lines += block + [''] * self.r.choice([1, 1, 1, 2])
        return '\n'.join(lines) + '\n'


def plain(s):
    return re.sub(r'\s+', ' ', s).strip()


NS = '{http://commonmark.org/xml/1.0}'


def content(node):
    if node.tag in (NS + 'text', NS + 'code'):
        return node.text or ''
    if node.tag in (NS + 'softbreak', NS + 'linebreak'):
        return ' '
    struck = '~~' if node.tag == NS + 'strikethrough' else '' # which tanzaku keeps
    return struck + ''.join(content(x) for x in node) + struck


def theirs(text):
    xml = subprocess.run(['cmark-gfm', '-t', 'xml', '-e', 'table', '-e', 'strikethrough'], input=text.encode(), capture_output=True, check=True).stdout
    heads, tables, code = [], [], []

    def walk(node, inside):
        for x in node:
            tag = x.tag[len(NS):]
            if tag == 'heading' and not inside:
                heads.append((int(x.get('level')), plain(content(x))))
            elif tag == 'code_block':
                code.extend(plain(line) for line in (x.text or '').split('\n')[:-1])
            elif tag == 'table':
                tables.append([[plain(content(c)) for c in row] for row in x])
            walk(x, inside or tag in ('block_quote', 'item'))
    walk(ET.fromstring(xml), False)
    return heads, tables, code


def unescape(s):
    return re.sub(r'\\(.)', lambda m: {'n': '\n', 't': '\t', 'r': '\r'}.get(m.group(1), m.group(1)), s)


def ours(text):
    out = subprocess.run(['tanzaku-split'], input=text.encode(), capture_output=True).stdout.decode()
    heads, tables, code, last = [], [], [], None
    fence = re.compile(r'^[ >]*(?:[-*] |\d[.)] )?\s*(`{3,}|~{3,})')
    opened, quoted = '', False
    for record in out.split('\n')[:-1]:
        kind, line, *fields = record.split('\t')
        if kind in ('head', 'text', 'row'):
            opened = ''
        fields = [unescape(f) for f in fields]
        line = int(line)
        if kind == 'head':
            heads.append((int(fields[0]), plain(fields[4])))
        elif kind == 'code':
            m = fence.match(fields[0])
            if not opened:
                opened, quoted = m.group(1), fields[0].lstrip().startswith('>')
            elif m and m.group(1).startswith(opened) and not fields[0].strip(' >' + opened[0]):
                opened = ''
            else:
                code.append(plain(re.sub(r'^ *> ?', '', fields[0]) if quoted else fields[0]))
        elif kind == 'row':
            if last is None or line != last + 1:
                tables.append([])
            tables[-1].append([plain(f) for f in fields])
            last = line
        elif kind == 'rule' and last == line - 1:
            last = line
    return heads, tables, code


def same_tables(a, b):
    """B, ours, has all cells that are written; cmark-gfm fills rows up to the header, and cuts what is beyond."""
    if len(a) != len(b):
        return False
    for s, t in zip(a, b):
        if len(s) != len(t) or any(x != (y + [''] * len(x))[:len(x)] for x, y in zip(s, t)):
            return False
    return True


def main():
    n, seed = 300, 1
    args = sys.argv[1:]
    while args:
        a = args.pop(0)
        if a == '-n':
            n = int(args.pop(0))
        elif a == '-s':
            seed = int(args.pop(0))
        else:
            sys.exit(__doc__)
    same = 0
    for i in range(seed, seed + n):
        text = Maker(i).document()
        a, b = theirs(text), ours(text)
        if a[0] == b[0] and same_tables(a[1], b[1]) and a[2] == b[2]:
            same += 1
            continue
        print('document %d differs' % i)
        for what, x, y in zip(('headings', 'tables', 'code'), a, b):
            if x != y:
                print('  %s of cmark-gfm: %r\n  %s of tanzaku:   %r' % (what, x, what, y))
    print('%d of %d documents are the same' % (same, n))


main()
