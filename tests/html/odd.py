#!/usr/bin/env python3
"""odd.py N - writes odd-1 … odd-N: pages of markup in no order, the same ones each time"""
import random
import sys

PIECES = """<table> </table> <tr> </tr> <td> <td\u00a0rowspan=2> <td\u00a0colspan=3> </td> <th> </th> <p> </p> <h2> </h2> <ul><li> </ul>
<pre> </pre> <br> <div\u00a0hidden> </div> あ ①…完了 1.\u00a0道路 番号 x <b> </b> <caption>c</caption> <thead> </thead> <tbody>
<!--\u00a0x\u00a0--> <script>a<b</script> &nbsp; &lt; "q" <form> <td\u00a0rowspan=0> <table\u00a0role=none> </body>""".split()
PIECES = [piece.replace('\u00a0', ' ') for piece in PIECES] + ['\n', '\n', '\n\n', '\t', '\u3000', ' ']
random.seed(7)
for number in range(1, int(sys.argv[1]) + 1):
    with open(f'odd-{number}', 'w', encoding='utf-8') as page:
        page.write('<!DOCTYPE html>\n')
        page.write(''.join(random.choice(PIECES) for _ in range(random.choice([20, 80, 400]))))
