/** What a translator may have done to a file, and what becomes of it. */

import { expect, test } from '@jest/globals'
import type { Bead } from '../../pipeline/model/alignment.ts'
import { manuscript } from '../support/manuscript.ts'
import { imported, writers, written, type Aligned } from './books.ts'

const [tmx, xliff12, xliff21] = writers.map(([, write]) => write)

/** `1:2` and so on, counted through. */
function beads(types: string): Bead[] {
  let [en, ar] = [0, 0]
  return types.split(' ').map((type) => {
    const [enSize = 0, arSize = 0] = type.split(':').map(Number)
    const bead = { en: { from: en, to: en + enSize }, ar: { from: ar, to: ar + arSize }, score: 0.9 }
    ;[en, ar] = [en + enSize, ar + arSize]
    return bead
  })
}

const keeper: Aligned = {
  manuscripts: {
    en: manuscript('en', ['The keeper lit the lamp.', 'It burned.', 'Nobody came.', 'He slept.'], ['It burned.', 'The sea rose.']),
    ar: manuscript('ar', ['أوقد الحارسُ المصباح.', 'واشتعل.', 'لم يأتِ أحد.', 'ونام.'], ['واشتعل.', 'ارتفع البحر.']),
  },
  alignment: { beads: beads('1:1 1:1 1:1 1:1 1:1 1:1') },
}

const shown = ({ beads: found, rewordings, messages }: ReturnType<typeof imported>) => ({
  beads: found.map(({ en, ar, status }) => `${en.from}-${en.to}:${ar.from}-${ar.to} ${status}`),
  words: rewordings.map(({ language, before, after }) => `${language}: ${before} > ${after}`),
  rules: messages.map(({ rule, place }) => `${rule.replace('exchange/', '')} ${place?.file ?? ''}:${place?.line ?? ''}`),
})

const changed = (write: typeof tmx, ...changes: [string, string][]) =>
  shown(imported(changes.reduce((text, [from, to]) => text.replace(from, to), written(write!, keeper)), keeper))

test.each([['XLIFF 1.2', xliff12], ['XLIFF 2.1', xliff21], ['TMX', tmx]])('%s: a sentence moved from one target to the next changes both pairs', (_name, write) => {
  expect(changed(write, ['>لم يأتِ أحد.<', '><'], ['>ونام.<', '>لم يأتِ أحد. ونام.<']))
    .toEqual({ beads: ['2-3:2-2 omission', '3-4:2-4 corrected'], words: [], rules: [] })
  expect(changed(write, ['>لم يأتِ أحد.<', '>لم يأتِ أحد. ونام.<'], ['>ونام.<', '><']))
    .toEqual({ beads: ['2-3:2-4 corrected', '3-4:4-4 omission'], words: [], rules: [] })
})

test('a target that is emptied, its sentence gone from the file, changes nothing and is told', () => {
  expect(changed(xliff12, ['>لم يأتِ أحد.<', '><'])).toEqual({ beads: [], words: [], rules: ['emptied ar.md:3'] })
})

test('new words are told with their place, markup that the file kept included', () => {
  expect(changed(xliff12, ['>ونام.<', '>ثم <g id="9" ctype="bold" equiv-text="**…**">نام</g> *.<']))
    .toEqual({ beads: [], words: ['ar: ونام. > ثم **نام** \\*.'], rules: [] })
  expect(changed(tmx, ['Nobody came.', 'No one came.'])).toEqual({ beads: [], words: ['en: Nobody came. > No one came.'], rules: [] })
})

test('new words are to be written where one sentence of a side is new, and stands nowhere beside it', () => {
  const sentence = (...changes: [string, string][]) =>
    imported(changes.reduce((text, [from, to]) => text.replace(from, to), written(xliff12!, two)), two).rewordings.map((one) => one.sentence)
  const two = { ...keeper, alignment: { beads: beads('1:1 2:2 1:1 1:1 1:1') } }
  expect(sentence(['>واشتعل. لم', '>واشتعل حتى الفجر. لم'])).toEqual([{ segment: 1, text: 'واشتعل حتى الفجر.' }])
  expect(sentence(['>واشتعل. لم يأتِ أحد.<', '>واشتعل. لم يأتِ إنسان.<'])).toEqual([{ segment: 2, text: 'لم يأتِ إنسان.' }])
  expect(sentence(['>واشتعل. لم يأتِ أحد.<', '>احترق. لم يأتِ إنسان.<'])).toEqual([undefined])
  expect(sentence(['>ونام.<', '>ثم نام، ارتفع البحر.<'])).toEqual([undefined])
})

test('of two sentences that are alike the nearest is meant', () => {
  expect(changed(xliff12, ['>لم يأتِ أحد.<', '>واشتعل. لم يأتِ أحد.<'], ['>واشتعل.<', '><']))
    .toEqual({ beads: ['1-2:1-1 omission', '2-3:1-3 corrected'], words: [], rules: [] })
})

test('what another program approves is confirmed, once', () => {
  expect(changed(xliff12, ['approved="no"', 'approved="yes"']).beads).toEqual(['0-1:0-1 confirmed'])
  expect(changed(xliff21, ['state="translated"', 'state="final"']).beads).toEqual(['0-1:0-1 confirmed'])
  const approved = written(xliff12!, keeper).replaceAll('approved="no"', 'approved="yes"')
  expect(imported(approved, keeper, () => true).beads).toEqual([])
})

const memory = (...units: [string, string][]) => `<tmx version="1.4"><header/><body>
${units.map(([en, ar]) => `<tu>${en && `<tuv xml:lang="en-US"><seg>${en}</seg></tuv>`}${ar && `<tuv xml:lang="AR-LB"><seg>${ar}</seg></tuv>`}</tu>`).join('\n')}
</body></tmx>`

const fromMemory = (...units: [string, string][]) => shown(imported(memory(...units), keeper))

test('units from elsewhere are found by their words, but for vowel marks, white space, quotes and tags', () => {
  expect(fromMemory(['The  keeper lit\nthe lamp.', 'أوقد الحارس المصباح.'], ['Nobody &lt;g0&gt;came&lt;/g0&gt;. He slept.', 'لم يأت أحد.']))
    .toEqual({ beads: ['0-1:0-1 confirmed', '2-4:2-3 corrected'], words: [], rules: ['left-over ar.md:4', 'spelling-kept back.xml:2'] })
})

test('a memory says once what the book says twice', () => {
  expect(fromMemory(['It burned.', 'واشتعل.'])).toEqual({ beads: ['1-2:1-2 confirmed', '4-5:4-5 confirmed'], words: [], rules: [] })
})

test('a translation that was changed in a memory is a change of words', () => {
  expect(fromMemory(['He slept.', 'ثم نام.'])).toEqual({ beads: [], words: ['ar: ونام. > ثم نام.'], rules: [] })
})

test.each([['XLIFF 1.2', xliff12], ['XLIFF 2.1', xliff21], ['TMX', tmx]])('%s: a source that a tool has put into the target, or a target into the source, is no change of words', (_name, write) => {
  for (const [from, to] of [['لم يأتِ أحد.', 'Nobody came.'], ['Nobody came.', 'لم يأتِ أحد.']] as const) {
    expect(changed(write, [`>${from}<`, `>${to}<`])).toEqual({ beads: [], words: [], rules: [expect.stringMatching(/^copied /)] })
  }
})

test('nothing that is not understood is dropped in silence', () => {
  expect(fromMemory(['Another book.', 'كتاب آخر.'], ['He', 'هو'], ['', 'ونام.'], [' ', ' '], ['Nobody came. He', 'ونام.']).rules)
    .toEqual(['not-found back.xml:2', 'not-found back.xml:3', 'half back.xml:4', 'empty back.xml:5'])
  expect(fromMemory(['The keeper lit the lamp.', 'ونام.'], ['He slept.', 'أوقد الحارسُ المصباح.'], ['Nobody came.', 'لم يأتِ أحد.']))
    .toEqual({ beads: ['2-3:2-3 confirmed'], words: [], rules: ['crosses back.xml:2', 'crosses back.xml:3'] })
  expect(fromMemory(['He slept.', 'ونام.'], ['Nobody came. He slept.', 'لم يأتِ أحد.'])).toMatchObject({ beads: ['3-4:3-4 confirmed'], rules: ['shared back.xml:3'] })
})

test('a text and a note do not make a pair', () => {
  const book: Aligned = {
    manuscripts: { en: manuscript('en', ['One.[1]'], ['^ A note.']), ar: manuscript('ar', ['واحد.[1]'], ['^ حاشية.']) },
    alignment: { beads: beads('1:1 1:1') },
  }
  expect(shown(imported(memory(['One.', 'حاشية.']), book))).toEqual({ beads: [], words: [], rules: ['apart back.xml:2'] })
})
