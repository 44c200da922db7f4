#!/usr/bin/env python3
"""make.py FOLDER [FILES [SEED]] - tables as PDF: FILES (30) documents, each NN.pdf, with their rows in NN.json

What differs is what differs among real ones: columns, their widths, cells that wrap, pages with the header again, titles,
notes, the size of the font, figures at the right edge. The font is not embedded: pdftotext needs its widths alone, and finds
the characters by a ToUnicode map (ISO 32000-1, 9.10.3) that says that the codes are UTF-16.
"""
import json
import os
import random
import sys

WIDE, HIGH, MARGIN = 842, 595, 36  # points; A4, lying
NOUNS = '花壇 苗木 井戸 支柱 水路 温室 畑地 倉庫 看板 木柵 通路 溜池 土手 種子 肥料 手袋 棚板 雨樋 石垣 芝生'.split()
ENDS = 'の点検 の植替え の修繕 の更新 の調査 の新設 の撤去 の清掃'.split()
OFFICES = '園芸係 施設係 水道課 総務課 企画班 道路課'.split()
STATES = '完了 未着手 実施中 見送り'.split()
TEXTS = ['{}を{}の順に進める。', '{}は{}の後とする。', '{}と{}を合わせて行う。']

CMAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
%s
endcmap end end"""


def cmap():
    """Codes as they are. A range may not leave the 256 codes of its first byte."""
    lines = ['<%02X00> <%02XFF> <%02X00>' % (i, i, i) for i in range(256)]
    parts = [lines[i:i + 100] for i in range(0, 256, 100)]
    return CMAP % '\n'.join('%d beginbfrange\n%s\nendbfrange' % (len(p), '\n'.join(p)) for p in parts).encode()


def width(text):
    return sum(1 if ord(c) < 0x80 else 2 for c in text)


class Pdf:
    def __init__(self, size):
        self.size, self.pages = size, []

    def page(self):
        self.pages.append([])

    def text(self, x, y, text):
        """X, Y in points, from the top left of the page."""
        self.pages[-1].append('BT /F %g Tf %.2f %.2f Td <%s> Tj ET' % (self.size, x, HIGH - y, text.encode('utf-16-be').hex()))

    def data(self):
        objects = [b'<</Type/Catalog/Pages 2 0 R>>', None,
                   b'<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>',
                   b'<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>'
                   b'/DW 1000/W[0 127 500]/FontDescriptor 5 0 R>>',
                   b'<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>']
        stream = lambda b: b'<</Length %d>>stream\n%s\nendstream' % (len(b), b)
        objects.append(stream(cmap()))
        kids = []
        for page in self.pages:
            objects.append(stream('\n'.join(page).encode()))
            objects.append(b'<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>' % (WIDE, HIGH, len(objects)))
            kids.append(b'%d 0 R' % len(objects))
        objects[1] = b'<</Type/Pages/Count %d/Kids[%s]>>' % (len(kids), b' '.join(kids))
        out, at = b'%PDF-1.5\n', []
        for i, o in enumerate(objects):
            at.append(len(out))
            out += b'%d 0 obj%s endobj\n' % (i + 1, o)
        xref = len(out)
        out += b'xref\n0 %d\n0000000000 65535 f \n' % (len(objects) + 1) + b''.join(b'%010d 00000 n \n' % a for a in at)
        return out + b'trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n' % (len(objects) + 1, xref)


def thing(r):
    return r.choice(NOUNS) + r.choice(ENDS)


KINDS = {
    '番号': (4, lambda r, i: str(i)),
    '事業名': (24, lambda r, i: thing(r)),
    '担当': (10, lambda r, i: r.choice(OFFICES)),
    '期限': (12, lambda r, i: '%d/%d/%d' % (r.randint(2024, 2027), r.randint(1, 12), r.randint(1, 28))),
    '金額': (12, lambda r, i: '{:,}'.format(r.randint(100, 9999999))),
    '状態': (8, lambda r, i: r.choice(STATES)),
    '評価': (6, lambda r, i: r.choice('ABC')),
    '内容': (28, lambda r, i: r.choice(TEXTS).format(thing(r), thing(r))),
}


def wrapped(text, room):
    lines = ['']
    for c in text:
        if width(lines[-1] + c) > room:
            lines.append('')
        lines[-1] += c
    return lines


def make(r):
    names = ['番号', '事業名'] + r.sample([n for n in KINDS if n not in ('番号', '事業名')], r.randint(1, 4))
    if r.random() < .3:
        names = names[1:]
    rows = [[KINDS[n][1](r, i + 1) for n in names] for i in range(r.choice([4, 8, 15, 40]))]
    size, gap, wraps = r.choice([8, 9, 10, 10.5]), r.choice([1, 2, 3, 4]), r.random() < .5
    rooms = [max(width(n), *(width(row[k]) for row in rows)) if not wraps else KINDS[n][0] for k, n in enumerate(names)]
    pdf, half, step = Pdf(size), size / 2, size * r.choice([1.3, 1.6, 2])
    lefts = [MARGIN + half * sum(w + gap for w in rooms[:k]) for k in range(len(names))]
    y = HIGH

    def line(cells, centred):
        nonlocal y
        parts = [wrapped(c, rooms[k]) for k, c in enumerate(cells)]
        for k, part in enumerate(parts):
            for i, text in enumerate(part):
                indent = (rooms[k] - width(text)) * (.5 if centred else 1 if names[k] == '金額' else 0)
                pdf.text(lefts[k] + half * indent, y + i * size * 1.2, text)
        y += size * 1.2 * (max(map(len, parts)) - 1) + step

    centred = r.random() < .3
    for i, row in enumerate(rows):
        if y > HIGH - 80:
            if pdf.pages:
                pdf.text(WIDE / 2, HIGH - 30, '- %d -' % len(pdf.pages))
            pdf.page()
            y = 50
            if not pdf.pages[1:]:
                pdf.text(MARGIN, y, '%sの一覧' % r.choice(NOUNS))
                y += step * 1.5
            line(names, centred)
        line(row, False)
    if r.random() < .5:
        pdf.text(MARGIN, y + size, '※ %sは含まない。' % r.choice(NOUNS))
    return pdf.data(), {'names': names, 'rows': rows}


def main():
    folder, n, seed = sys.argv[1], *(int(a) for a in (sys.argv[2:] + ['30', '1'][len(sys.argv) - 2:])[:2])
    r = random.Random(seed)
    for i in range(n):
        data, truth = make(r)
        with open(os.path.join(folder, '%03d.pdf' % i), 'wb') as file:
            file.write(data)
        with open(os.path.join(folder, '%03d.json' % i), 'w', encoding='utf-8') as file:
            json.dump(truth, file, ensure_ascii=False)


main()
