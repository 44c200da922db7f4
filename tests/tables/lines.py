#!/usr/bin/env python3
"""lines.py - lines that the alternatives of the tables match, or nearly

usage: lines.py SEED LINES TABLE.tsv ...

Each pattern of the tables is taken apart by Python's own parser of patterns, and words are made that it matches, each
alternative in its turn; some lose or gain a character. They stand alone, as cells, before and behind each other. What a
quick path passes over, and should not, is among them sooner than among documents that people write.
"""
import random
import re
import sys
import warnings

try:
    import re._parser as parser  # Python 3.11
except ImportError:
    import sre_parse as parser

LETTERS = "年度計画課県策取組業務AaＡアあ漢１2"


def plain(pattern):
    """PATTERN of PCRE2 in the words of Python; lookarounds and conditions are kept, and passed over later."""
    for was, becomes in (
        (r"\(\?<[A-Za-z_]\w*>", "(?:"),
        (r"\(\?\|", "(?:"),
        (r"\(\?&\w+\)|\(\*\w+(?::\w*)?\)|\\[KG]", ""),
        (r"\\[pP]\{[^}]*\}|\\X", "漢"),
        (r"\\[zZ]", "$"),
        (r"\\h|\\R", " "),
        (r"\\x\{([0-9A-Fa-f]+)\}", lambda m: re.escape(chr(int(m[1], 16)))),
        (r"\[:\w+:\]", "a"),
    ):
        pattern = re.sub(was, becomes, pattern)
    return pattern


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def one_of(self, items):
        op, arg = self.random.choice(items)
        if op is parser.LITERAL:
            return chr(arg)
        if op is parser.RANGE:
            return chr(self.random.randint(*arg))
        if op is parser.CATEGORY:
            return self.random.choice("0123456789" if "DIGIT" in str(arg) else " 　" if "SPACE" in str(arg) else LETTERS)
        return self.random.choice(LETTERS)

    def word(self, tree):
        return "".join(self.item(op, arg) for op, arg in tree)

    def item(self, op, arg):
        name = str(op)
        if op is parser.LITERAL:
            return chr(arg)
        if op is parser.IN:
            return self.one_of(arg)
        if name in ("ANY", "NOT_LITERAL"):
            return self.random.choice(LETTERS)
        if op is parser.BRANCH:
            return self.word(self.random.choice(arg[1]))
        if name in ("SUBPATTERN", "ATOMIC_GROUP"):
            return self.word(arg[-1] if name == "SUBPATTERN" else arg)
        if name.endswith("_REPEAT"):
            least, most, tree = arg
            times = self.random.randint(least, min(int(most), least + 2))
            return "".join(self.word(tree) for _ in range(times))
        return ""  # places, what is looked for before and behind

    def nearly(self, word):
        if not word or self.random.random() < 0.7:
            return word
        at = self.random.randrange(len(word))
        return word[:at] + self.random.choice(["", self.random.choice(LETTERS), " ", "　", "、", "："]) + word[at + self.random.randint(0, 1):]


def fields(tables):
    for table in tables:
        with open(table, encoding="utf-8") as file:
            for line in file:
                if not line.startswith("#") and line.strip():
                    kind, *rest = re.split(r"\t+", line.rstrip("\n"))
                    yield from ((table.rsplit("/", 1)[-1], kind, f) for f in rest if re.search(r"[^-\d,]", f))


def main():
    seed, lines, tables = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    warnings.simplefilter("ignore")
    trees, lost, of = [], 0, {}
    for table, kind, field in fields(tables):
        try:
            trees.append(parser.parse(plain(field)))
            of.setdefault("sep" if kind == "sep" else table, []).append(trees[-1])
        except (re.error, OverflowError):
            lost += 1
    # what is not read here is not tried: were that more than a few, the check would say more than it does
    if lost * 20 > len(trees):
        sys.exit(f"lines.py: {lost} of {lost + len(trees)} patterns are not understood")
    make = Maker(seed)
    make.random.shuffle(trees)
    turn = 0

    def word():
        nonlocal turn
        turn += 1
        return make.nearly(make.word(trees[turn % len(trees)])).replace("\n", " ").replace("\t", " ")

    def entry():
        mark = make.word(make.random.choice(of["marks.tsv"])) if make.random.random() < 0.3 else make.random.choice("ABCabc◎○△×①②ⅠⅡ□■１")
        sep = make.word(make.random.choice(of["sep"])) if make.random.random() < 0.7 else make.random.choice("：:…＝= 　")
        return make.nearly(mark + sep + make.word(make.random.choice(of["status.tsv"])))

    out = []
    while len(out) < lines:
        form = make.random.random()
        if form < 0.4:
            out.append(word() + make.random.choice(["", "", word()]))
        elif form < 0.5:
            out.append("")
        elif form < 0.65:
            entries = [entry() for _ in range(make.random.choice([1, 2, 3, 5]))]
            out += ["凡例"] * (make.random.random() < 0.3) + make.random.choice([" ", "　", "、", "\n", "\t"]).join(entries).split("\n")
        else:
            width = make.random.choice([2, 2, 3, 4, 6])
            for _ in range(make.random.choice([1, 3, 6])):
                out.append("\t".join(make.random.choice([word(), word(), "○", "", word() + word()]) for _ in range(width)))
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    print("\n".join(out[:lines]))


main()
