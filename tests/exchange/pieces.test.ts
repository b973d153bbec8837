/** A sentence that a tool has parted inside becomes two in the book, in either language, as the next reading shows. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { bookOfFiles } from '../../pipeline/book/load.ts'
import { alignBook } from '../../pipeline/aligned.ts'
import { withImported } from '../../pipeline/decisions/imported.ts'
import { writeDecisions } from '../../pipeline/decisions/write.ts'
import { currentOf } from '../../pipeline/exchange/current.ts'
import { importUnits } from '../../pipeline/exchange/import.ts'
import { idleCuts, partedSentences } from '../../pipeline/exchange/pieces.ts'
import { readExchange } from '../../pipeline/exchange/read/index.ts'
import type { Cut } from '../../pipeline/model/decisions.ts'
import { segmentsOf } from '../../pipeline/model/manuscript.ts'
import { written, writers } from './books.ts'

const english = '# The ferry\n\nThe river rose in March, and *nobody crossed* it for a week. The ferry lay on the bank.\n\nThe ferryman mended his nets; he waited, and he slept.\n'
const arabic = '# العبّارة\n\nارتفع النهر في آذار، و*لم يعبره* أحدٌ أسبوعًا. ورست العبّارة على الضفة.\n\nأصلح المعدّاوي شباكه؛ وانتظر، ونام.\n'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tawazi-parted-'))
  writeFileSync(join(root, 'ferry.en.md'), english)
  writeFileSync(join(root, 'ferry.ar.md'), arabic)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

async function read(cuts: readonly Cut[] = []) {
  const { book } = await bookOfFiles(join(root, 'ferry.en.md'), join(root, 'ferry.ar.md'))
  const { aligned, messages } = await alignBook(book!, { step: () => undefined }, undefined, cuts)
  return { ...aligned!, messages }
}

/** `English | Arabic` for each bead. */
const drawn = ({ manuscripts, alignment }: Awaited<ReturnType<typeof read>>) => {
  const [en, ar] = [segmentsOf(manuscripts.en), segmentsOf(manuscripts.ar)]
  return alignment.beads.map((bead) => `${en.slice(bead.en.from, bead.en.to).map(({ text }) => text).join(' + ')} | ${ar.slice(bead.ar.from, bead.ar.to).map(({ text }) => text).join(' + ')}`)
}

/** What the book is after the import of a file, read again from the disk. */
async function after(file: string) {
  const book = await read()
  const { units } = readExchange(Buffer.from(file), 'back.xml')
  const { cuts, units: whole, messages } = partedSentences(units, currentOf(book.manuscripts, book.alignment))
  const again = await read(cuts)
  const current = currentOf(again.manuscripts, again.alignment)
  const imported = importUnits(whole, current)
  const decisions = withImported(again.decisions!, again.alignment, current.segments, imported.beads, { by: 'Layla', at: '2026-11-27T12:00:00Z' })
  writeFileSync(join(root, 'ferry.en+ferry.ar.decisions.yaml'), writeDecisions(decisions))
  const last = await read()
  return { cuts, rules: [...messages, ...imported.messages, ...last.messages].map(({ rule }) => rule), words: imported.rewordings, beads: drawn(last) }
}

/** A unit of the file for each bead, as any tool writes them. */
const memory = (...units: [string, string][]) => `<tmx version="1.4"><header/><body>
${units.map(([en, ar]) => `<tu><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="ar"><seg>${ar}</seg></tuv></tu>`).join('\n')}
</body></tmx>`

const heading = 'The ferry | العبّارة'
const [bank, nets] = ['The ferry lay on the bank. | ورست العبّارة على الضفة.', 'The ferryman mended his nets; he waited, and he slept. | أصلح المعدّاوي شباكه؛ وانتظر، ونام.']

test('a sentence parted in both languages, vowel marks gone', async () => {
  expect(await after(memory(['The river rose in  March,', 'ارتفع النهر في آذار،'], ['and nobody crossed it for a week.', 'ولم يعبره أحد أسبوعا.']))).toEqual({
    cuts: [
      { kind: 'cut', language: 'en', before: 'The river rose in March,', after: 'and nobody crossed it for a week.' },
      { kind: 'cut', language: 'ar', before: 'ارتفع النهر في آذار،', after: 'ولم يعبره أحدٌ أسبوعًا.' },
    ],
    rules: ['exchange/spelling-kept'], words: [],
    beads: [heading, 'The river rose in March, | ارتفع النهر في آذار،', 'and nobody crossed it for a week. | ولم يعبره أحدٌ أسبوعًا.', bank, nets],
  })
})

describe.each(writers)('%s of ours', (name, write) => {
  /** The unit of this English sentence in the file, from its first tag to its last. */
  const unitOf = (file: string, begin: string) => {
    const element = name.startsWith('TMX') ? 'tu' : name.endsWith('1.2') ? 'trans-unit' : 'segment'
    return file.match(new RegExp(`<${element}\\b(?:(?!</${element}>)[\\s\\S])*${begin}[\\s\\S]*?</${element}>`))![0]
  }

  test('a unit parted twice in one language, thrice named alike, the whole sentence on the other side in the first', async () => {
    const file = written(write, await read())
    const unit = unitOf(file, 'The ferryman')
    const piece = (en: string, ar: string) => unit.replace(/The ferryman.*slept\./, en).replace(/أصلح.*ونام\./, ar)
    const { cuts, rules, words, beads } = await after(file.replace(unit,
      piece('The ferryman mended his nets;', 'أصلح المعدّاوي شباكه؛') + piece('he waited,', 'وانتظر،') + piece('and he slept.', 'ونام.')))
    expect(cuts.map(({ language, before, after: rest }) => [language, before, rest])).toEqual([
      ['en', 'The ferryman mended his nets;', 'he waited, and he slept.'], ['en', 'he waited,', 'and he slept.'],
      ['ar', 'أصلح المعدّاوي شباكه؛', 'وانتظر، ونام.'], ['ar', 'وانتظر،', 'ونام.'],
    ])
    expect({ rules, words }).toEqual({ rules: [], words: [] })
    expect(beads.slice(-3)).toEqual(['The ferryman mended his nets; | أصلح المعدّاوي شباكه؛', 'he waited, | وانتظر،', 'and he slept. | ونام.'])
  })

  test('the end of one target, without its markup, put before the next', async () => {
    const file = written(write, await read())
    const [first, second] = [unitOf(file, 'The river'), unitOf(file, 'The ferry lay')]
    const changed = first.replace(/ارتفع[\s\S]*?أسبوعًا\./, 'ارتفع النهر في آذار،') + second.replace('ورست', 'ولم يعبره أحدٌ أسبوعًا. ورست')
    const { cuts, rules, words, beads } = await after(file.replace(first, '').replace(second, changed))
    expect({ cuts: cuts.map(({ language }) => language), rules, words }).toEqual({ cuts: ['ar'], rules: [], words: [] })
    expect(beads.slice(1, 3)).toEqual(['The river rose in March, and nobody crossed it for a week. | ارتفع النهر في آذار،', 'The ferry lay on the bank. | ولم يعبره أحدٌ أسبوعًا. + ورست العبّارة على الضفة.'])
  })

  test.each(['left out', 'emptied'])('units joined into one, the second %s, are one bead of whole sentences', async (second) => {
    const file = written(write, await read())
    const [one, other] = [unitOf(file, 'The river'), unitOf(file, 'The ferry lay')]
    const joined = one.replace('for a week.', 'for a week. The ferry lay on the bank.').replace('أسبوعًا.', 'أسبوعًا. ورست العبّارة على الضفة.')
    const empty = other.replace('The ferry lay on the bank.', '').replace('ورست العبّارة على الضفة.', '')
    const { cuts, rules, words, beads } = await after(file.replace(other, second === 'emptied' ? empty : '').replace(one, joined))
    expect({ cuts, rules, words }).toEqual({ cuts: [], rules: [], words: [] })
    expect(beads[1]).toBe('The river rose in March, and nobody crossed it for a week. + The ferry lay on the bank. | ارتفع النهر في آذار، ولم يعبره أحدٌ أسبوعًا. + ورست العبّارة على الضفة.')
  })
})

test('sentences joined and one of them parted, across units', async () => {
  const { cuts, rules, beads } = await after(memory(['The river rose in March, and nobody crossed it for a week. The ferry lay', 'ارتفع النهر في آذار، ولم يعبره أحدٌ أسبوعًا. ورست العبّارة'], ['on the bank.', 'على الضفة.']))
  expect({ cuts: cuts.map(({ before }) => before), rules }).toEqual({ cuts: ['The ferry lay', 'ورست العبّارة'], rules: [] })
  expect(beads.slice(1, 3)).toEqual(['The river rose in March, and nobody crossed it for a week. + The ferry lay | ارتفع النهر في آذار، ولم يعبره أحدٌ أسبوعًا. + ورست العبّارة', 'on the bank. | على الضفة.'])
})

test('no heading and no word is parted, and no words are lost over it', async () => {
  const { cuts, rules, words, beads } = await after(memory(['The', 'ال'], ['ferry', 'عبّارة'], ['The river rose in Ma', 'ارتفع النهر في آذا'], ['rch, and nobody crossed it for a week.', 'ر، ولم يعبره أحدٌ أسبوعًا.']))
  expect({ cuts, words, rules: new Set(rules) }).toEqual({ cuts: [], words: [], rules: new Set(['exchange/not-parted']) })
  expect(beads).toHaveLength(4)
})

test('changed words, and pieces of which one is missing, are no parted sentence', async () => {
  const { cuts, words } = await after(memory(['The river rose in May,', 'ارتفع النهر في آذار،'], ['and nobody crossed it for a week.', 'ولم يعبره أحد أسبوعا قط.'], ['The ferryman mended his nets;', 'أصلح المعدّاوي شباكه؛'], ['he waited,', 'وانتظر،']))
  expect({ cuts, words }).toEqual({ cuts: [], words: [] })
})

test('a cut that the book does not show when it is read with it is not kept', async () => {
  const cut: Cut = { kind: 'cut', language: 'en', before: 'The ferryman mended his nets;', after: 'he waited, and he slept.' }
  const second: Cut = { ...cut, before: 'he waited,', after: 'and he slept.' }
  const idle: Cut = { ...cut, before: 'The ferryman mended', after: 'nothing at all.' }
  const { manuscripts, alignment } = await read([cut, second, idle])
  expect(idleCuts([cut, second, idle], currentOf(manuscripts, alignment))).toEqual([idle])
})
