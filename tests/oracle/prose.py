#!/usr/bin/env python3
"""prose.py [-n DOCUMENTS] [-s SEED] - documents of prose with commas, pipes, colons and blanks have no row

Makes DOCUMENTS, each from its own seed, of sentences and lists as they are written and wrapped, and prints each of
which tanzaku-split makes a row."""
import random
import subprocess
import sys

NOUNS = '倉庫 箱 棚 札 鍵 係 町 役場 図書館 貸し出し 返却 数 色 月 日 予定 窓口 名簿 手引き 会議 利用者 施設 道路 橋'.split()
VERBS = '直した 数えた 並べた 見直す 決める 続ける 始まった 増えている 減らした 届いた'.split()
LATIN = 'plan box list ready about seven lines, and some words: more | less; then end'.split(' ')


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def clause(self):
        return self.r.choice(NOUNS) + self.r.choice(['の', 'と', 'や']) + self.r.choice(NOUNS) + self.r.choice(['を', 'は', 'が', 'も']) + self.r.choice(VERBS)

    def sentence(self):
        parts = [self.clause() for _ in range(self.r.randint(1, 4))]
        return self.r.choice(['、', '、', '，', ', ', ',', '　', ' | ', '｜', '：', ': ', '; ']).join(parts) + '。'

    def wrapped(self):
        text = ''.join(self.sentence() for _ in range(self.r.randint(3, 8)))
        width = self.r.randint(18, 44)
        lines = [text[i:i + width] for i in range(0, len(text), width)]
        return ['　' + lines[0]] + lines[1:] if self.r.random() < 0.4 else lines

    def latin(self):
        lines = []
        for _ in range(self.r.randint(2, 6)):
            words = [self.r.choice(LATIN) for _ in range(self.r.randint(6, 12))]
            text = ' '.join(words).capitalize() + '.'
            lines.append(text.replace('; ', ';  ') if self.r.random() < 0.3 else text)
        return lines

    def listed(self):
        mark = self.r.choice(['・', '- ', '* ', '(1) ', '①', '■ '])
        return [mark + self.r.choice(NOUNS) + self.r.choice(['：', ': ', '（', '、', ' ']) + self.sentence() for _ in range(self.r.randint(2, 5))]

    def talk(self):
        return [self.r.choice(['委員', '会長', '係']) + self.r.choice(['：', ': ', '　', '  ']) + self.sentence() for _ in range(self.r.randint(2, 6))]

    def address(self):
        return ['', '    ' + self.r.choice(NOUNS) + '係　御中', '  ' + self.sentence(), '']

    def justified(self):
        lines = []
        for _ in range(self.r.randint(2, 6)):
            text = self.sentence().rstrip('。')
            for _ in range(self.r.randint(1, 3)):
                at = self.r.randint(1, len(text) - 1)
                text = text[:at] + self.r.choice([' ', '  ']) + text[at:]
            lines.append('    ' + text)
        return lines

    def document(self):
        kinds = [self.wrapped, self.wrapped, self.latin, self.listed, self.talk, self.address, self.justified,
                 lambda: [self.sentence() for _ in range(self.r.randint(1, 5))]]
        lines = []
        for _ in range(self.r.randint(2, 5)):
            lines += self.r.choice(kinds)() + [''] * self.r.randint(0, 2)
        return '\n'.join(lines) + '\n'


def main():
    n, seed = 300, 1
    args = sys.argv[1:]
    while args:
        a = args.pop(0)
        if a not in ('-n', '-s') or not args:
            sys.exit(__doc__)
        value = int(args.pop(0))
        n, seed = (value, seed) if a == '-n' else (n, value)
    none = 0
    for i in range(seed, seed + n):
        text = Maker(i).document()
        out = subprocess.run(['tanzaku-split'], input=text.encode(), capture_output=True, check=True).stdout.decode()
        rows = [line for line in out.split('\n') if line.startswith('row\t')]
        none += not rows
        if rows:
            print('document %d:' % i, *rows, sep='\n  ')
    print('%d of %d documents have no row' % (none, n))


main()
