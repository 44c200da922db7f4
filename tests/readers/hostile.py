#!/usr/bin/env python3
"""hostile.py - writes hostile-KIND, files that are made to cost more than they are worth"""
import bz2
import gzip
import io
import lzma
import shutil
import subprocess
import zipfile

MEG = b'\0' * (1 << 20)


def bomb(name, member, before=b'', after=b'', others=(), size=400, fill=b' '):
    """A ZIP whose member has 400 MiB in 400 KiB."""
    with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED, compresslevel=9) as z:
        for other, text in others:
            z.writestr(other, text, zipfile.ZIP_STORED if other == 'mimetype' else None)
        with z.open(member, 'w', force_zip64=True) as f:
            f.write(before)
            for _ in range(size):
                f.write(MEG.replace(b'\0', fill))
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

OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'
BODY = f'<?xml version="1.0"?>%s<office:document-content xmlns:office="{OASIS}office:1.0" xmlns:text="{OASIS}text:1.0" xmlns:table="{OASIS}table:1.0" ' \
    'office:version="1.2"><office:body><office:%s>'
MANIFEST = '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">' \
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.%s"/>' \
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
CELL = ('<table:table table:name="a"><table:table-row><table:table-cell office:value-type="string">', '</table:table-cell></table:table-row></table:table>')
for kind, name, around in [('text', 'odt', ('', '')), ('spreadsheet', 'ods', CELL)]:
    bomb(f'hostile-bomb.{name}', 'content.xml', (BODY % ('', kind) + around[0] + '<text:p>').encode(),
         f'</text:p>{around[1]}</office:{kind}></office:body></office:document-content>'.encode(),
         [('mimetype', f'application/vnd.oasis.opendocument.{kind}'), ('META-INF/manifest.xml', MANIFEST % kind)], 100, b'x')
bomb('hostile-bomb.epub', 'a.xhtml', b'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>', b'</p></body></html>', [
    ('mimetype', 'application/epub+zip'), ('META-INF/container.xml', '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
     'version="1.0"><rootfiles><rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'),
    ('a.opf', '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest><item id="a" href="a.xhtml" '
     'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>')], 100)
with bz2.open('hostile-bomb.bz2', 'wb') as f, lzma.open('hostile-bomb.xz', 'wb', preset=0) as g:
    for _ in range(64):
        f.write(MEG)
        g.write(MEG)
if shutil.which('zstd'):
    subprocess.run('head -c 64M /dev/zero | zstd -q -o hostile-bomb.zst', shell=True, check=True)
# a member that says it has 8 GiB; mail whose parts have no end, or are in each other, or are large
with open('hostile-size.tar', 'wb') as f:
    block = bytearray(b'a.txt'.ljust(124, b'\0') + b'77777777777\0'.ljust(24, b'\0') + b'        0'.ljust(109, b'\0') + b'ustar\x0000'.ljust(255, b'\0'))
    block[148:156] = b'%06o\0 ' % (sum(block[:148]) + 8 * 32 + sum(block[156:]))
    f.write(block + b'x' * 512)
MAIL = b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n'
with open('hostile-parts.eml', 'wb') as f:
    f.write(MAIL + b'--b\nContent-Disposition: attachment\n\nx\n' * 20000)
with open('hostile-deep.eml', 'wb') as f:
    for n in range(5000):
        f.write(b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b%d\n\n--b%d\n' % (n, n))
with open('hostile-large.mht', 'wb') as f:
    f.write(MAIL + b'--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n' + b'44GC44GC44GC44GC44GC44GC44GC44GC44GC44GC44GC44GC44GC44GC44GC44GC44GC\n' * 400000)

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
                    ('xls', b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + b'\xff' * 600 + 'Workbook'.encode('utf-16-le') + b'\xff' * 600),
                    ('doc', b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + b'\xff' * 600 + 'WordDocument'.encode('utf-16-le') + b'\xff' * 600),
                    ('7z', b'7z\xbc\xaf\x27\x1c\0\4' + b'\xff' * 99), ('eml', MAIL + b'--b\nContent-Type: message/rfc822\n\n')]:
    with open(f'hostile-cut.{kind}', 'wb') as f:
        f.write(begin)
