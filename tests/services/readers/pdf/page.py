"""A PDF file on standard output, of the lines of standard input: cells between tabs, at every 140 points.

Its font is nowhere: a reader has widths and a table of characters, which is all that it needs to tell the text."""
import sys

lines = [line.rstrip('\n').split('\t') for line in sys.stdin]
text = []
for n, cells in enumerate(lines):
    for i, cell in enumerate(cells):
        if cell:
            text.append('BT /F 10 Tf 1 0 0 1 %d %d Tm <%s> Tj ET' % (50 + 140 * i, 780 - 16 * n, cell.encode('utf-16-be').hex()))
stream = '\n'.join(text)
used = sorted(set(''.join(''.join(c) for c in lines)))
cmap = ('/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n'
        '1 begincodespacerange <0000> <ffff> endcodespacerange\n')
for i in range(0, len(used), 100):
    part = used[i:i + 100]
    cmap += '%d beginbfchar\n' % len(part) + ''.join('<%04x> <%04x>\n' % (ord(c), ord(c)) for c in part) + 'endbfchar\n'
cmap += 'endcmap end end'
objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    '<< /Length %d >>\nstream\n%s\nendstream' % (len(stream), stream),
    '<< /Type /Font /Subtype /Type0 /BaseFont /None /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /None /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) '
    '/Supplement 0 >> /DW 1000 /FontDescriptor 8 0 R >>',
    '<< /Length %d >>\nstream\n%s\nendstream' % (len(cmap), cmap),
    '<< /Type /FontDescriptor /FontName /None /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 '
    '/CapHeight 700 /StemV 80 >>',
]
out, at = b'%PDF-1.4\n', []
for n, o in enumerate(objects, 1):
    at.append(len(out))
    out += ('%d 0 obj\n%s\nendobj\n' % (n, o)).encode()
xref = len(out)
out += ('xref\n0 %d\n0000000000 65535 f \n' % (len(at) + 1) + ''.join('%010d 00000 n \n' % a for a in at)).encode()
out += ('trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n' % (len(at) + 1, xref)).encode()
sys.stdout.buffer.write(out)
