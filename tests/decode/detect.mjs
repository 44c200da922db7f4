// detect.mjs - how often decode, nkf and uchardet find the encoding of short text
//
// usage: node detect.mjs [-q] BUILD CORPUS
//
// The sets are made of the texts in CORPUS: whole lines and cells of 16 bytes and
// more, cuts of 16 bytes at any place, half-width katakana words, UTF-8 that ends
// or begins within a character, and documents that are not Japanese. Prints a
// table; exit 1 if decode misses what its issue asks for. -q: one line.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const args = process.argv.slice(2)
const quiet = args[0] === '-q' && args.shift()
const verbose = args[0] === '-v' && args.shift()
const [build, corpus] = args
const tmp = mkdtempSync(join(tmpdir(), 'detect-'))

const read = name => readFileSync(join(corpus, name + '.txt'))
const encode = (bytes, to) => execFileSync('iconv', ['-c', '-f', 'UTF-8', '-t', to], { input: bytes, maxBuffer: 1 << 28 })
const encodings = { 'CP932': 'CP932', 'EUC-JP': null, 'ISO-2022-JP': null, 'UTF-8': 'UTF-8', 'UTF-16LE': 'UTF-16LE', 'UTF-16BE': 'UTF-16BE' }

// nkf knows the rows that EUC-JP and ISO-2022-JP of glibc do not
const jis = (bytes, to) => execFileSync('nkf', ['-W', '-x', '-m0', '--oc=' + to], { input: bytes, maxBuffer: 1 << 28 })
const lines = buffer => {
  const out = []
  let at = 0
  for (let lf; (lf = buffer.indexOf(10, at)) >= 0; at = lf + 1) out.push(buffer.subarray(at, lf))
  return out
}
const texts = read('ja').toString().split('\n').filter(Boolean)
const cells = [...new Set(texts.flatMap(t => t.split('\t')))]
const each = (list, name) => {
  if (!encodings[name]) return lines(jis(Buffer.from(list.join('\n') + '\n'), name === 'EUC-JP' ? 'CP51932' : 'CP50221'))
  if (!name.startsWith('UTF-16')) return lines(encode(Buffer.from(list.join('\n') + '\n'), encodings[name]))
  return list.map(t => name === 'UTF-16LE' ? Buffer.from(t, 'utf16le') : Buffer.from(t, 'utf16le').swap16())
}

const sets = []
const add = (name, want, docs) => sets.push({ name, want, docs })
const isEven = (name, i) => !name.startsWith('UTF-16') || i % 2 === 0
for (const name of Object.keys(encodings)) {
  const whole = each([...new Set([...texts, ...cells])], name).filter(b => b.length >= 16)
  add(`${name}, lines and cells`, name, whole.filter(b => name !== 'ISO-2022-JP' || b.includes(27)))
  const joined = Buffer.concat(each(texts, name).flatMap(b => [b, Buffer.from(name.startsWith('UTF-16') ? '' : '\n')]))
  const cuts = []
  for (let i = 0; i + 16 <= joined.length; i++)
    if (isEven(name, i)) cuts.push(joined.subarray(i, i + 16))
  // without an escape sequence, or without a byte that is not ASCII, it is ASCII
  const telling = b => name === 'ISO-2022-JP' ? /\x1b(\$[@B]|\(I)/.test(b.toString('latin1')) : b.some(c => c > 0x7f) || name.startsWith('UTF-16')
  add(`${name}, cuts of 16 bytes`, name, cuts.filter(telling))
}
const words = lines(encode(read('kana'), 'CP932'))
const letters = b => b.filter(c => c !== 0xde && c !== 0xdf).length
add('half-width katakana, CP932', 'CP932', words.filter(b => letters(b) >= 4))
add('half-width katakana, EUC-JP', 'EUC-JP', lines(encode(read('kana'), 'EUC-JP-MS')))
const short = [...new Set(texts.join('\n').match(/[\u4e00-\u9fff]{2,4}/g))]
add('kanji of 4 to 8 bytes, EUC-JP', 'EUC-JP', each(short, 'EUC-JP'))
add('kanji of 4 to 8 bytes, CP932', 'CP932', each(short, 'CP932'))
const u8 = Buffer.from(texts.join('\n'))
const cut = []
for (let i = 0; i < u8.length; i += 7)
  for (const n of [5, 11, 17, 50]) if (u8.subarray(i, i + n).some(c => c >= 0xe0)) cut.push(u8.subarray(i, i + n))
// at least one character of it has to be whole
add('UTF-8 cut within a character', 'UTF-8', cut.filter(b => b.length > 4 && /[\xe0-\xef][\x80-\xbf]{2}/.test(b.toString('latin1'))))
add('UTF-8 of other languages', 'UTF-8', lines(read('utf8')))
const foreign = { 'gb2312': ['GB2312', 'GBK'], 'euckr': ['EUC-KR', 'EUC-KR'], 'big5': ['Big5', 'BIG5'], 'russian': ['KOI8-R', 'KOI8-R'] }
const documents = (name, to) => {
  const all = lines(encode(read(name), to)).filter(b => b.some(c => c > 0x7f))
  const docs = [Buffer.concat(all.flatMap(b => [b, Buffer.from('\n')]))]
  for (let i = 0; i + 3 <= all.length; i++) docs.push(Buffer.concat([all[i], Buffer.from('\n'), all[i + 1], Buffer.from('\n'), all[i + 2], Buffer.from('\n')]))
  return { docs, all }
}
for (const [file, [name, to]] of Object.entries(foreign)) {
  add(`${name}, documents`, name, documents(file, to).docs)
  add(`${name}, one line`, name, documents(file, to).all)
}
add('windows-1251, documents', 'windows-1251', documents('russian', 'CP1251').docs)
add('Latin-1, documents', 'ISO-8859-1', documents('latin', 'CP1252').docs)
add('Latin-1, one line', 'ISO-8859-1', documents('latin', 'CP1252').all)

const japanese = /^(CP932|EUC-JP|ISO-2022-JP|UTF-16|UTF-8)/
const canonical = s => s.trim().toUpperCase()
  .replace(/^(SHIFT_JIS|SHIFT-JIS|WINDOWS-31J|CP932).*/, 'CP932').replace(/^(EUC-JP|EUCJP|CP51932).*/, 'EUC-JP')
  .replace(/^(ISO-2022-JP|CP50221|CP50220).*/, 'ISO-2022-JP').replace(/^(GB18030|GBK|GB2312|HZ-GB).*/, 'GB2312').replace(/^(UHC|EUC-KR).*/, 'EUC-KR')
  .replace(/^(WINDOWS-1252|ISO-8859-1\b|ISO-8859-15|MACROMAN).*/, 'ISO-8859-1').replace(/^(ASCII|US-ASCII|UTF-8).*/, 'UTF-8')
const files = []
let made = 0
for (const set of sets) set.files = set.docs.map(d => {
  const f = join(tmp, String(made++))
  writeFileSync(f, d)
  files.push(f)
  return f
})
const run = (command, options, parse) => {
  const out = new Map()
  for (let i = 0; i < files.length; i += 500) {
    const r = spawnSync(command, [...options, ...files.slice(i, i + 500)], { maxBuffer: 1 << 28, env: { ...process.env, LC_ALL: 'C' } })
    for (const line of r.stdout.toString().split('\n')) if (line) parse(line, out)
  }
  return out
}
const tools = { decode: run(join(build, 'tanzaku-decode'), ['--guess'], (l, m) => { const [f, e] = l.split('\t'); m.set(f, e) }) }
if (!quiet && !verbose)
  for (const [tool, option] of [['nkf', ['--guess']], ['uchardet', []]])
    tools[tool] = run(tool, option, (l, m) => { const [f, e] = l.split(': '); m.set(f, e) })
const isRight = (tool, set, f) => canonical(tools[tool].get(f) ?? '') === set.want.toUpperCase()
const right = (tool, set) => set.files.filter(f => isRight(tool, set, f))
const must = set => set.name.includes('cuts of 16') ? 0.999 : set.name.includes('one line') ? 0.9 : set.name.includes('4 to 8') ? 0.98 : set.name === 'half-width katakana, CP932' ? 0.99 : 1
let failed = 0
if (!quiet) console.log('set'.padEnd(34), 'texts'.padStart(6), ...Object.keys(tools).map(t => t.padStart(9)))
for (const set of sets) {
  const n = set.files.length
  const row = Object.keys(tools).map(t => right(t, set).length)
  const calledJapanese = set.want.match(japanese) ? 0 : set.files.filter(f => (tools.decode.get(f) ?? '').match(japanese)).length
  const bad = calledJapanese && set.name.includes('documents') || row[0] / n < must(set)
  failed += bad ? 1 : 0
  if (!quiet) console.log((set.name + (bad ? ' !' : '')).padEnd(34), String(n).padStart(6), ...row.map(r => (100 * r / n).toFixed(2).padStart(8) + '%'))
  if (verbose) for (const f of set.files.filter(f => !isRight('decode', set, f)).slice(0, 12)) {
    const b = readFileSync(f)
    let t = ''
    try { t = new TextDecoder(set.want === 'CP932' ? 'shift_jis' : set.want).decode(b) } catch { }
    console.log('    ', tools.decode.get(f), b.subarray(0, 24).toString('hex'), t.slice(0, 40).replace(/\n/g, '\\n'))
  }
}
rmSync(tmp, { recursive: true })
console.log(`${files.length} texts in ${sets.length} sets: ${failed ? failed + ' sets missed' : 'all as asked'}`)
process.exit(failed ? 1 : 0)
