#!/usr/bin/env python3
"""spans.py make N - writes spans-1 … spans-N, pages with tables whose cells reach into others
spans.py check PAGE [html5lib] - compares the rows on standard input, of tanzaku convert -l, with PAGE, cell by cell

The tables are read by Python's html.parser, or by html5lib as browsers do, and laid out by the algorithm of the HTML Standard, 4.9.12, as a map of places.
"""
import json
import random
import sys
from html.parser import HTMLParser


CELL = ['td', 'td', 'td', 'TD', 'td class="a"', "td align='left'"]


def written(text):
    """TEXT in one of the ways that pages write it"""
    if not text or random.random() < .6:
        return text
    return random.choice([
        f'<b>{text}</b>', f'<span style="color:red">{text[:1]}</span>{text[1:]}', f'&#{ord(text[0])};{text[1:]}',
        f'<!-- <td>x</td> -->{text}', f'<a href="?a=1&amp;b=2">{text}</a>', f'\n  {text}  \n', f'<p>{text}</p>',
        f'{text}&amp;甲&lt;乙', f'<font>{text}', f'<i><b>{text}</i></b>',
    ])


def make(count):
    random.seed(count)
    for number in range(1, count + 1):
        lines = ['<!DOCTYPE html>', '<html><body>', f'<h1>表 {number}</h1>']
        for table in range(random.randint(1, 4)):
            width = random.randint(2, 7)
            names = ''.join(f'<th>列{table}{chr(0x30a2 + 2 * i)}</th>' for i in range(width))
            lines += [f'<h2>節{table}</h2>', '<table>', f'<thead><tr>{names}</tr></thead><tbody>']
            left = [0] * width
            rows = random.randint(2, 9)
            for row in range(rows):
                cells, i = [], 0
                while i < width:
                    if left[i]:
                        left[i] -= 1
                        i += 1
                        continue
                    free = 1
                    while i + free < width and not left[i + free]:
                        free += 1
                    columns = random.choice([1, 1, 1, min(2, free), free]) if random.random() < .5 else 1
                    down = min(random.choice([1, 1, 1, 2, 3, 0]), rows - row) if i else 1
                    spans = (f' colspan="{columns}"' if columns > 1 else '') + (f' rowspan={down}' if down != 1 else '')
                    text = f'{chr(0x3042 + random.randrange(60))}{row}の{i}' if random.random() < .9 else ''
                    cells.append(f'<{random.choice(CELL)}{spans}>{written(text)}' + random.choice(['</td>', '</td>\n', '']))
                    for j in range(i, i + columns):
                        left[j] = (rows if down == 0 else down) - 1
                    i += columns
                lines.append('<tr>' + ''.join(cells) + random.choice(['</tr>', '</tr>', '']))
            lines.append('</tbody></table>')
        with open(f'spans-{number}', 'w', encoding='utf-8') as page:
            page.write('\n'.join(lines) + '\n')


class Tables(HTMLParser):
    """The tables of a page, each a list of rows, each a list of [text, rows, columns]"""

    def __init__(self):
        super().__init__()
        self.tables, self.cell = [], None

    def handle_starttag(self, tag, attrs):
        if tag == 'table':
            self.tables.append([])
        elif tag == 'tr':
            self.tables[-1].append([])
        elif tag in ('td', 'th'):
            given = dict(attrs)
            self.cell = ['', int(given.get('rowspan', 1)), int(given.get('colspan', 1))]
            self.tables[-1][-1].append(self.cell)

    def handle_endtag(self, tag):
        if tag in ('td', 'th', 'tr', 'table'):
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell[0] += data


def tables_of_browser(text):
    """The same by html5lib, which parses as the HTML Standard, 13.2, says"""
    import html5lib
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    for comment in [node for node in tree.iter() if not isinstance(node.tag, str)]:
        comment.text = None
    return [[[[''.join(cell.itertext()), int(cell.get('rowspan', 1)), int(cell.get('colspan', 1))] for cell in row]
             for row in table.iter('tr')] for table in tree.iter('table')]


def tables_of(text):
    parser = Tables()
    parser.feed(text)
    return parser.tables


def places(table):
    """{(row, column): text}"""
    taken = {}
    for y, row in enumerate(table):
        x = 0
        for text, rows, columns in row:
            while (y, x) in taken:
                x += 1
            for down in range(rows or len(table) - y):
                for right in range(columns):
                    taken[y + down, x + right] = text.strip()
            x += columns
    return taken


def check(name, read):
    with open(name, encoding='utf-8') as page:
        tables = read(page.read())
    rows = [json.loads(line) for line in sys.stdin]
    at = cells = 0
    for table in tables:
        grid = places(table)
        width = len(table[0])
        for y in range(1, len(table)):
            row = rows[at]
            at += 1
            filled = {f['column']: f['text'] for f in row.get('filled', [])}
            for x in range(width):
                column = grid[0, x]
                got = row['cells'][column] or filled.get(column, '')
                if got != grid.get((y, x), ''):
                    sys.exit(f'{name}: row {y}, column {column}: {got!r}, not {grid.get((y, x))!r}')
                cells += 1
    if at != len(rows) or cells == 0:
        sys.exit(f'{name}: {len(rows)} rows, not {at}')
    print('every cell in its place')


if sys.argv[1] == 'make':
    make(int(sys.argv[2]))
else:
    check(sys.argv[2], tables_of_browser if sys.argv[3:] == ['html5lib'] else tables_of)
