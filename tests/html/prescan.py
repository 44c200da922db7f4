#!/usr/bin/env python3
"""prescan.py COMMAND ... - 400 beginnings of pages, and all labels: the encoding that they name, by html5lib and by COMMAND

Each page goes on with bytes that are kana or kanji, as CP932 or EUC-JP is said to be; COMMAND, tanzaku decode --guess, reads
them from files and prints a line each. What names neither comes out as a page that says nothing. Kinds that html5lib reads
otherwise than the standard are in tests/cases/decode/prescan: <!-->, <meta/charset=…>, charset=…; in content, charset twice."""
import random
import subprocess
import sys
import tempfile

from html5lib._inputstream import EncodingParser
import webencodings

BODY = '\n<p>ｱｲｳｴ</p>\n'.encode('cp932')
NAMES = {'shift_jis': 'CP932', 'euc-jp': 'EUC-JP'}
LABELS = ['shift_jis', 'EUC-JP', ' x-sjis ', 'Windows-31J', 'windows-1252', 'x-user-defined', 'utf-16', 'nonsense', '', 'x-euc-jp']
PIECES = [
    lambda label: f'<meta charset="{label}">', lambda label: f"<META CharSet='{label}' />", lambda label: f'<meta charset={label.strip()}>',
    lambda label: f'<meta http-equiv="Content-Type" content="text/html; charset={label}">',
    lambda label: f'<meta content="text/html;charset=\'{label}\'" http-equiv=content-type>',
    lambda label: f'<meta content="text/html; charset = {label}" name=x http-equiv="CONTENT-TYPE">',
    lambda label: f'<meta content="text/html; charset={label}">', lambda label: f'<meta name="a" data-charset="{label}">',
    lambda label: f'<!-- <meta charset="{label}"> -->',
    lambda label: f'<title>a > b</title><x a="<meta charset={label}>">', lambda label: f'<a/b=c><metax charset="{label}">',
    lambda label: f'</p a=\'>\'><meta\ncharset\n=\n"{label}">',
    lambda label: f'<? charset="{label}"?>', lambda label: 'x < y << z',
    lambda label: f'<meta charset><meta content=charset http-equiv=content-type><!x "{label}">', lambda label: '\n' * random.choice([9, 900]),
]


def pages():
    random.seed(3)
    yield '', None
    for label in webencodings.LABELS:
        yield f'<meta charset="{label}">', label
    for _ in range(400):
        yield ''.join(random.choice(PIECES)(random.choice(LABELS)) for _ in range(random.choice([1, 2, 3, 5]))), None


def expected(page):
    found = EncodingParser(page[:1024]).getEncoding()
    return NAMES.get(found.name) if found else None


def main():
    heads = ['<!DOCTYPE html>' + head for head, _ in pages()]
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, head in enumerate(heads):
            names.append(f'{folder}/{number}')
            with open(names[-1], 'wb') as file:
                file.write(head.encode() + BODY)
        lines = subprocess.run(sys.argv[1:] + names, capture_output=True, check=False).stdout.decode().splitlines()
    got = [line.split('\t')[1] for line in lines]
    wrong = named = 0
    for head, encoding in zip(heads, got):
        want = expected(head.encode() + BODY) or got[0]
        named += want != got[0]
        if encoding != want:
            wrong += 1
            print(f'# {head!r}: {encoding}, not {want}')
    print(f'# {named} of {len(got)} name another encoding than {got[0]}')
    sys.exit(wrong > 0 or len(got) != len(heads) or named < 50)


main()
