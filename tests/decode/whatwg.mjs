// whatwg.mjs - every one- and two-byte sequence (three with 8F) against the WHATWG Encoding Standard
//
// usage: node whatwg.mjs BUILD
//
// The mapping comes from node's TextDecoder, which is ICU's; where U+FFFD falls
// comes from the algorithms of the standard, written down here, because ICU
// departs from them. What node itself decodes differently is counted by kind:
// an unknown kind fails.
import { execFileSync } from 'node:child_process'
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const build = process.argv[2]
const tmp = mkdtempSync(join(tmpdir(), 'whatwg-'))
const BAD = '\ufffd'
const oracle = (label, bytes) => new TextDecoder(label, { ignoreBOM: true }).decode(Uint8Array.from(bytes))
const one = (label, bytes) => { const t = oracle(label, bytes); return t.includes(BAD) || [...t].length !== 1 ? null : t }

// the indexes, asked for one character at a time
const sjis = new Map(), jis = new Map(), supplement = new Map()
for (let lead = 0x81; lead <= 0xfc; lead++) {
  if (lead > 0x9f && lead < 0xe0) continue
  for (let trail = 0x40; trail <= 0xfc; trail++) if (trail !== 0x7f) {
    const c = one('shift_jis', [lead, trail])
    if (c) sjis.set(lead << 8 | trail, c)
  }
}
const ibm = 0xf3 // here the IBM extensions lie as eucJP-ms has them; in the standard nowhere, in ICU elsewhere
for (let row = 0xa1; row <= 0xfe; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) {
  const c = one('euc-jp', [row, cell]), d = one('euc-jp', [0x8f, row, cell])
  if (c) jis.set(row << 8 | cell, c)
  if (d && row < ibm) supplement.set(row << 8 | cell, d)
}
const kana = b => String.fromCharCode(0xff61 + b - 0xa1)

function shiftJis(b) {
  let out = ''
  for (let i = 0; i < b.length; i++) {
    const c = b[i]
    if (c <= 0x80) out += String.fromCharCode(c)
    else if (c >= 0xa1 && c <= 0xdf) out += kana(c)
    else if (c === 0xa0 || c > 0xfc) out += BAD
    else {
      const d = b[i + 1], t = sjis.get(c << 8 | d)
      out += t ?? BAD
      if (t || d >= 0x80) i++
    }
  }
  return out
}

function eucJp(b) {
  let out = ''
  const is = c => c >= 0xa1 && c <= 0xfe
  for (let i = 0; i < b.length; i++) {
    const c = b[i]
    if (c < 0x80) { out += String.fromCharCode(c); continue }
    if (c !== 0x8e && c !== 0x8f && !is(c)) { out += BAD; continue }
    let at = i + 1, index = jis, lead = c
    if (c === 0x8f && is(b[at])) { index = supplement; lead = b[at++] }
    const d = b[at]
    if (c === 0x8e && d >= 0xa1 && d <= 0xdf) { out += kana(d); i = at; continue }
    const t = is(lead) && is(d) ? index.get(lead << 8 | d) : undefined
    out += t ?? BAD
    i = t || d >= 0x80 ? at : at - 1
  }
  return out
}

// The standard's, but for what tanzaku-decode(1) lists: controls and space in every set, a line end goes back to
// ASCII, no error for an escape behind an escape, JIS X 0212, and kana between SO and SI and of eight bits.
function iso2022Jp(b) {
  let out = '', set = 'B', before = 'B'
  const escapes = { '(B': 'B', '(J': 'J', '(I': 'I', '$@': '2', '$B': '2', '$(D': '3', '&@\x1b$B': '2' }
  for (let i = 0; i < b.length; i++) {
    const c = b[i]
    if (c === 0x1b) {
      const rest = String.fromCharCode(...b.slice(i + 1, i + 7))
      const e = Object.keys(escapes).find(k => rest.startsWith(k))
      if (!e) { out += BAD; continue }
      set = escapes[e]
      i += e.length
    } else if (c <= 0x20 && c !== 0x0e && c !== 0x0f) {
      out += String.fromCharCode(c)
      if ((c === 10 || c === 13) && set !== 'J') set = 'B'
    } else if (c === 0x0e && set !== 'S') {
      before = set
      set = 'S'
    } else if (c === 0x0f && set === 'S') set = before
    else if (c >= 0xa1 && c <= 0xdf && (set === 'B' || set === 'J')) out += kana(c)
    else if (c >= 0x80 || c === 0x0e || c === 0x0f || (c === 0x7f && set !== 'B' && set !== 'J')) out += BAD
    else if (set === 'B') out += String.fromCharCode(c)
    else if (set === 'J') out += c === 0x5c ? '\xa5' : c === 0x7e ? '\u203e' : String.fromCharCode(c)
    else if (set === 'I' || set === 'S') out += c <= 0x5f ? kana(c | 0x80) : BAD
    else {
      const d = b[i + 1]
      if (d === undefined || d <= 0x20 || d === 0x1b) { out += BAD; continue }
      const t = d < 0x7f ? (set === '2' ? jis : supplement).get((c | 0x80) << 8 | d | 0x80) : undefined
      out += t ?? BAD
      i++
    }
  }
  return out
}

const decode = (encoding, bytes) => {
  const file = join(tmp, 'in')
  writeFileSync(file, Uint8Array.from(bytes))
  try {
    return execFileSync(join(build, 'tanzaku-decode'), ['-f', encoding, file], { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 }).toString()
  } catch (e) { return e.stdout.toString() } // status 1: bytes were replaced
}

let failed = 0
function check(encoding, label, reference, sequences, kinds) {
  const bytes = sequences.flatMap(s => [...s, 10])
  const got = decode(encoding, bytes), want = reference(bytes)
  const counts = {}
  if (got !== want) {
    failed++
    let at = 0
    while (got[at] === want[at]) at++
    console.log(`${encoding}: differs from the standard at ${at}: ${JSON.stringify(got.slice(at - 3, at + 5))}, not ${JSON.stringify(want.slice(at - 3, at + 5))}`)
  }
  for (const s of sequences) {
    if (s.includes(10) || s.includes(13)) continue
    const theirs = oracle(label, s), ours = reference(s)
    if (theirs === ours) continue
    const kind = Object.keys(kinds).find(k => kinds[k](s, ours, theirs))
    if (!kind && failed++ < 20) { console.log(`${encoding}: ${s.map(c => c.toString(16))}: ${JSON.stringify(ours)}, node ${JSON.stringify(theirs)}`) }
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  console.log(`${encoding}: ${sequences.length} sequences as the standard has them`, ...Object.entries(counts).map(([k, n]) => `\n  node: ${k} (${n})`))
}

const all = [...Array(256).keys()]
const pairs = all.flatMap(a => all.map(b => [a, b]))
const reused = s => s.some((c, i) => c < 0x80 && i) // ASCII behind a wrong lead
check('CP932', 'shift_jis', shiftJis, [...all.map(c => [c]), ...pairs], {
  '1A, 1C and 7F change places': s => s.some(c => c === 0x1a || c === 0x1c || c === 0x7f),
  '80 alone is an error': s => s.includes(0x80),
  'a wrong pair takes its ASCII along': (s, o, t) => reused(s) && t === BAD,
  'a byte of a wrong pair counts by itself': (s, o, t) => s[1] >= 0x80 && t.length > o.length,
})
const triples = pairs.filter(([a]) => a >= 0x21 && a !== ibm && a !== ibm + 1).map(p => [0x8f, ...p])
check('EUC-JP', 'euc-jp', eucJp, [...all.map(c => [c]), ...pairs, ...triples], {
  'a wrong 8F gives 8E back': s => s[0] === 0x8f && s[1] === 0x8e,
  '80 to 8D, 90 to 9F stand for C1 controls': (s, o, t) => /[\x80-\x9f]/.test(t),
  '8E E0 to 8E FE have characters': s => s[0] === 0x8e && s[1] >= 0xe0,
  'A0 and FF': s => s.includes(0xa0) || s.includes(0xff),
  'a byte of a wrong sequence counts by itself': (s, o, t) => t.length > o.length,
  'a wrong sequence takes more along': (s, o, t) => t.length < o.length,
})
const E = t => [...t].map(c => c.charCodeAt(0))
const jisSequences = [
  ...all.map(c => [c]), ...pairs.map(p => [...E('\x1b$B'), ...p, ...E('\x1b(B')]),
  ...all.map(c => [...E('\x1b(I'), c, ...E('\x1b(B')]), ...all.map(c => [...E('\x1b(J'), c, ...E('\x1b(B')]),
  ...pairs.filter(([a, b]) => a > 0x20 && b > 0x20 && a < 0x7f && b < 0x7f && a !== ibm - 0x80 && a !== ibm - 0x7f).map(p => [...E('\x1b$(D'), ...p, ...E('\x1b(B')]),
]
const at = t => Number(t.startsWith('\x1b$(') ? 4 : t.startsWith('\x1b') ? 3 : 0)
check('ISO-2022-JP', 'iso-2022-jp', iso2022Jp, jisSequences, {
  'SO and SI, kana of eight bits': s => s.some(c => c === 0x0e || c === 0x0f || (c >= 0xa1 && c <= 0xdf)),
  'JIS X 0212 is an error': s => String.fromCharCode(...s).startsWith('\x1b$(D'),
  'controls and space in a set are errors': s => s.slice(at(String.fromCharCode(...s)), -3).some(c => c <= 0x20),
  'bytes from 7F on count by themselves or not at all': s => s.some(c => c >= 0x7f),
  'a wrong pair counts by bytes': (s, o, t) => t.startsWith(BAD),
})
// UTF-8: node agrees throughout, but for the NUL of Java
const utf8To = b => {
  const out = []
  let from = 0
  for (let i = 0; i < b.length; i++) if (b[i] === 0xc0 && b[i + 1] === 0x80) {
    out.push(oracle('utf-8', b.slice(from, i)))
    from = i + 2
  }
  return [...out, oracle('utf-8', b.slice(from))].join('\0')
}
const tails = [[0x80, 0x80], [0xbf, 0xbf], [0x41, 0x80], [0x80]]
const utf8 = [...all.map(c => [c]), ...pairs, ...pairs.filter(([a]) => a >= 0xc0).flatMap(p => tails.map(t => [...p, ...t]))]
check('UTF-8', 'utf-8', utf8To, utf8, { 'C0 80 is no NUL': s => s.some((c, i) => c === 0xc0 && s[i + 1] === 0x80) })
rmSync(tmp, { recursive: true })
process.exit(failed ? 1 : 0)
