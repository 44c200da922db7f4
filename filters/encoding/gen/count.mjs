// count.mjs - how common kanji and half-width kana are in the words of a dictionary, as costs for the detector
//
// usage: node count.mjs kanji|kana|pairs DIR
//
// DIR holds the CSV files of mecab-ipadic in EUC-JP, as Debian's package of that
// name has them in /usr/share/mecab/dic/ipadic: column 1 is a word, 4 its cost,
// 11 its basic form, 12 its reading. A word counts once, and the more the more
// common it is: exp(-cost / 3000). Costs are eighths of a bit: see decode/model.h.
//
// kanji: lines as those of frequent.txt. A kanji that no word has is not listed.
// pairs: a kanji and all that are behind it in words, and words of four half-width kana, each where the same four bytes
// could be the other.
// kana: a line for each half-width kana that may stand before, and first one for
// none, the beginning of a word. It has what each of the 63 from A1 on costs there, and then what the end of a
// word costs more than behind any kana.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [what, dir] = process.argv.slice(2)
if (!dir || !['kanji', 'kana', 'pairs'].includes(what)) {
  console.error('usage: node count.mjs kanji|kana|pairs DIR')
  process.exit(2)
}

// words written in katakana, most of them borrowed, are few in a dictionary, and half of the text in half-width kana
const LOAN = 2
const decoder = new TextDecoder('euc-jp')
const words = new Map() // word -> weight
const readings = new Map()
const most = (map, key, weight) => map.set(key, Math.max(map.get(key) ?? 0, weight))
for (const file of readdirSync(dir).filter(f => f.endsWith('.csv')).sort())
  for (const line of decoder.decode(readFileSync(join(dir, file))).split('\n')) {
    const [word, , , cost, , , , , , , basic, reading] = line.split(',')
    if (basic !== undefined && basic !== '*' && basic !== word) continue
    const weight = Math.exp(-Math.max(cost, 0) / 3000)
    most(words, word, weight)
    for (const text of [reading ?? '', word])
      if (/^[ァ-ヶー]+$/.test(text)) most(readings, text, text === word ? LOAN * weight : weight)
  }

const bits = p => Math.round(-8 * Math.log2(p))
const sum = list => list.reduce((a, b) => a + b, 0)

// The kanji of JIS X 0208: character -> its two bytes in EUC-JP
const codes = new Map()
for (let row = 0xb0; row <= 0xf4; row++)
  for (let cell = 0xa1; cell <= 0xfe; cell++) {
    const char = decoder.decode(Uint8Array.of(row, cell))
    if (char.length === 1 && char !== '\ufffd') codes.set(char, [row, cell])
  }

// What a kanji costs, in steps of half a bit: one of level 2 that no word has, 164
const kanjiCosts = () => {
  const count = new Map()
  for (const [word, weight] of words)
    for (const char of word) if (codes.has(char)) count.set(char, (count.get(char) ?? 0) + weight)
  const all = sum([...count.values()])
  return new Map([...count].map(([char, n]) => [char, Math.min(4 * Math.round(bits(n / all) / 4), codes.get(char)[0] < 0xd0 ? 128 : 160)]))
}

const listKanji = () => {
  const costs = kanjiCosts(), groups = new Map()
  for (const char of codes.keys())
    if (costs.has(char)) groups.set(costs.get(char), [...groups.get(costs.get(char)) ?? [], char])
  const hex = char => codes.get(char).map(byte => byte.toString(16)).join('')
  for (const cost of [...groups.keys()].sort((a, b) => a - b))
    for (let list = groups.get(cost); list.length; list = list.slice(60))
      console.log(['EUC-JP', cost, list.slice(0, 60).join(''), list.slice(0, 60).map(hex).join('')].join('\t'))
}

// Half-width kana in the order of their codes, voicing marks apart. A dictionary has no punctuation, and no wo, which is
// a particle: what these cost is set here.
const order = '。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309a'
const marks = [70, 76, 76, 70, 56, 74]
const plain = { ヮ: 'ワ', ヰ: 'イ', ヱ: 'エ', ヵ: 'カ', ヶ: 'ケ' }
const spell = word => word.replace(/[ヮヰヱヵヶ]/g, c => plain[c]).normalize('NFD')

// A row for none before, and for each kana that may stand before: 63 costs, and that of the end
const kanaCosts = () => {
  const pairs = Array.from({ length: 64 }, () => new Array(64).fill(0)), each = new Array(64).fill(0.05), smooth = 2
  for (const [word, weight] of readings) {
    let before = 0
    for (const char of spell(word)) {
      const at = order.indexOf(char)
      pairs[before][at] += weight
      each[at] += weight
      before = at + 1
    }
    pairs[before][63] += weight
    each[63] += weight
  }
  return pairs.map((row, before) => {
    const seen = before <= marks.length ? pairs[0] : row // what a mark stands before begins a word
    const cost = (n, at) => bits((n + smooth * each[at] / sum(each)) / (sum(seen) + smooth))
    const end = before > marks.length ? Math.min(cost(seen[63], 63), 80) - bits(each[63] / sum(each)) : 0
    return [...seen.slice(0, 63).map((n, at) => Math.min(Math.max(cost(n, at), 16), marks[at] ?? 112)), end]
  })
}

const listKana = () => kanaCosts().forEach((row, before) =>
  console.log([before ? order[before - 1].normalize('NFKC') : '-', row.join(' ')].join('\t')))

// Four bytes that are two kanji in EUC-JP and four kana in CP932: which of the two some word is, where the costs alone
// would have it the other way, or nearly so
const RARER = 16, DOUBT = 8 // in eighths of a bit: how much rarer kanji are taken to be; how near
const listPairs = () => {
  const kanji = kanjiCosts(), kana = kanaCosts(), pairs = new Map(), fours = new Map()
  // the classes and what they cost behind each other: decode/modelja.c
  const costKanji = pair => 19 + sum(pair.map(c => kanji.get(c) ?? 164)) + (pair.every(c => kanji.get(c) <= 89) ? -4 : 8)
  const costKana = bytes => 43 + kana[bytes[3] - 0xa0][63] + sum(bytes.map((byte, i) => kana[i ? bytes[i - 1] - 0xa0 : 0][byte - 0xa1]))
  const chars = new Map([...codes].map(([char, bytes]) => [String(bytes), char]))
  for (const word of words.keys())
    for (const pair of [...word].map((c, i, all) => [c, all[i + 1]])) {
      if (!pair.every(c => codes.has(c))) continue
      const bytes = pair.flatMap(c => codes.get(c))
      if (bytes.every(byte => byte <= 0xdf) && costKanji(pair) + RARER + DOUBT > costKana(bytes)) pairs.set(String(bytes), pair)
    }
  for (const word of readings.keys()) {
    const bytes = [...spell(word)].map(char => order.indexOf(char) + 0xa1)
    const pair = [0, 2].map(i => chars.get(String(bytes.slice(i, i + 2))))
    if (bytes.length === 4 && pair.every(c => c) && costKana(bytes) + DOUBT > costKanji(pair) + RARER) fours.set(String(bytes), word)
  }
  // what is both is the more common of the two
  const both = bytes => pairs.has(bytes) && fours.has(bytes)
  const isRather = bytes => (words.get(pairs.get(bytes).join('')) ?? 0) > readings.get(fours.get(bytes))
  const behind = new Map()
  for (const [, [first, second]] of [...pairs].filter(([bytes]) => !both(bytes) || isRather(bytes)).sort())
    behind.set(first, (behind.get(first) ?? '') + second)
  const half = bytes => String.fromCharCode(...bytes.split(',').map(byte => 0xff61 - 0xa1 + Number(byte)))
  const put = list => { for (; list.length; list = list.slice(20)) console.log(list.slice(0, 20).join(' ')) }
  put([...behind].map(([first, seconds]) => first + seconds))
  put([...fours].filter(([bytes]) => !both(bytes) || !isRather(bytes)).map(([bytes]) => half(bytes)).sort())
}

console.log(`# ${what}.txt - made by: node count.mjs ${what} DIR, of the words of mecab-ipadic 2.7.0-20070801 (NAIST, ICOT)`)
if (what === 'kanji') listKanji()
else if (what === 'kana') listKana()
else listPairs()
