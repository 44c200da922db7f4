"""write.py - mails and a saved page, in the charsets and forms that Japanese ones come in"""
import base64
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

TABLE = '番号\t施策\t担当省庁\t期限\t進捗状況\n1\t橋の点検\t国土交通省\t令和7年9月末\t完了\n2\t歩道の段差\t警察庁\t令和8年3月末\t実施中\n'
CELLS = ''.join('<tr>' + ''.join(f'<td>{c}</td>' for c in row.split('\t')) + '</tr>\n' for row in TABLE.splitlines()[1:])
PAGE = '<html><head><meta charset="{}"></head><body><h1>第1章 橋</h1><table><tr>' + ''.join(
    f'<th>{c}</th>' for c in TABLE.splitlines()[0].split('\t')) + '</tr>\n' + CELLS + '</table></body></html>\n'


def save(name, data):
    with open(name, 'wb') as file:
        file.write(data)


def by_hand(charset, encoding, codec, text, kind='plain'):
    body = text.encode(codec)
    if encoding == 'base64':
        body = base64.encodebytes(body)
    return (f'Received: from x\r\n\tby y; Mon, 1 Dec 2025 09:00:00 +0900\r\nSubject: =?iso-2022-jp?B?'
            f'{base64.b64encode("進捗の報告".encode("iso2022_jp")).decode()}?=\r\nFrom: a@example.jp\r\nmime-version: 1.0\r\n'
            f'Content-Type: text/{kind};\r\n charset="{charset}"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n').encode() + body


save('jis.eml', by_hand('ISO-2022-JP', '7bit', 'iso2022_jp', TABLE))
save('sjis.eml', by_hand('Shift_JIS', 'base64', 'cp932', TABLE))
save('euc.eml', by_hand('EUC-JP', '8bit', 'euc_jp', TABLE))
save('wrong.eml', by_hand('us-ascii', '8bit', 'cp932', TABLE))
save('page.eml', by_hand('utf-8', 'base64', 'utf-8', PAGE.format('shift_jis'), 'html'))

mail = EmailMessage()
mail['Subject'], mail['From'], mail['To'] = '進捗の報告', '道路課 <a@example.jp>', 'b@example.jp'
mail.set_content('表を送ります。\n', cte='quoted-printable')
mail.add_alternative(PAGE.format('utf-8'), subtype='html', cte='quoted-printable')
mail.get_payload()[1].add_related(b'\x89PNG\r\n\x1a\n', 'image', 'png', cid='<logo>')
mail.add_attachment(TABLE.encode('cp932'), 'application', 'octet-stream', filename='計画.txt')
mail.add_attachment('番号,施策\n1,井戸\n', 'csv', filename='../../slip.csv')
inner = EmailMessage()
inner['Subject'] = '元の便り'
inner.set_content(TABLE, cte='base64')
mail.add_attachment(inner)
save('parts.eml', mail.as_bytes())

mht = MIMEMultipart('related', type='text/html')
mht['From'], mht['Subject'], mht['Snapshot-Content-Location'] = '<Saved by a browser>', '橋', 'http://example.jp/'
page = MIMEText('', 'html')
page.replace_header('Content-Transfer-Encoding', 'quoted-printable')
page.set_payload(PAGE.format('utf-8').replace('令和', '&#x4ee4;和').replace('=', '=3D').encode('ascii', 'xmlcharrefreplace').decode())
mht.attach(page)
mht.attach(MIMEText('p { color: red }', 'css'))
save('page.mht', mht.as_bytes())
save('text.txt', b'Subject: no mail\n\n' + TABLE.encode())
save('note.txt', b'MIME-Version is a field.\nSubject: x\n')
# what is meant to hurt: parts without end, parts in parts, a boundary in nothing, a charset that is none
head = b'MIME-Version: 1.0\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n'
save('bad-many.eml', head + b'--b\nContent-Disposition: attachment\n\nx\n' * 3000)
save('bad-deep.eml', head + b''.join(b'--b%s\nContent-Type: multipart/mixed; boundary=b%d\n\n' % (b'' if n == 0 else b'%d' % (n - 1), n) for n in range(3000)))
save('bad-cut.eml', head + b'--b\nContent-Type: text/plain\n\nx\n')
save('bad-none.eml', b'MIME-Version: 1.0\nContent-Type: multipart/mixed\n\nx\n')
save('bad-charset.eml', by_hand('../../x', 'base64', 'utf-8', TABLE))
save('bad-base64.eml', b'MIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n*\x80=A===\n')
