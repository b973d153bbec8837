/** Views of both languages, drawn: facing pages as flows with the numbers of their passages, interlinear pages as stacks. */

import { expect, test } from '@jest/globals'
import type { Element, ElementContent } from 'hast'
import { toString } from 'hast-util-to-string'
import { htmlTokens } from '../../pipeline/check/html.ts'
import { proveEdition } from '../../pipeline/check/edition.ts'
import type { Edition, View } from '../../pipeline/model/edition.ts'
import { segmentsOf } from '../../pipeline/model/manuscript.ts'
import { compose, type AlignedBook } from '../../pipeline/views/index.ts'
import { imprintOf } from '../../pipeline/views/imprint.ts'
import { beads } from '../support/draw.ts'
import { book } from '../support/edition.ts'
import { rehype } from '../support/html.ts'
import { manuscript } from '../support/manuscript.ts'
import { arabic, english, withBook } from '../support/texts.ts'
import { random } from '../support/random.ts'

const parts = [{ en: 'en.md', ar: 'ar.md' }]

function aligned(manuscripts: AlignedBook['manuscripts'], drawing: string, settings: Partial<typeof book> = {}): AlignedBook {
  const here = { ...book, parts, ...settings }
  return { book: here, manuscripts, alignment: { beads: beads(drawing) }, imprint: imprintOf(here, manuscripts) }
}

const classesOf = ({ properties }: Element): string[] => (Array.isArray(properties['className']) ? properties['className'].map(String) : [])
const elementsOf = (children: readonly unknown[]): Element[] => (children as ElementContent[]).filter((child): child is Element => child.type === 'element')

/** A block as its tag, its text, and `+` before what goes on from the row before. */
function block(element: Element): string {
  const mark = element.properties['dataPassage'] === undefined ? '' : `${element.properties['dataPassage']}:`
  const value = element.properties['value'] === undefined ? '' : `${element.properties['value']}.`
  const inner = elementsOf(element.children).filter(({ tagName }) => /^(?:p|li|ul|ol|blockquote|table)$/.test(tagName))
  const text = inner.length > 0 ? inner.map(block).join(' ') : toString(element).trim().replaceAll(/\s+/g, ' ')
  return `${mark}${classesOf(element).includes('continued') ? '+' : ''}${element.tagName}(${value}${text})`
}

/** A line for each flow, stack or list of notes. */
const drawn = ({ sections }: Edition): string[] => sections.slice(1).flatMap(({ tree }) => elementsOf(tree.children).map((element) => {
  const classes = classesOf(element)
  if (classes.includes('flow')) return `${String(element.properties['lang'])} ${elementsOf(element.children).map(block).join(' ')}`
  if (classes.includes('notes')) return `notes ${elementsOf(element.children).map((child) => toString(child).trim()).join(' ')}`
  const number = element.properties['dataPassage'] === undefined ? ' ' : String(element.properties['dataPassage'])
  const sides = elementsOf(element.children).map((side) => elementsOf(side.children).map(block).join(' ') || '—')
  return `${number}${classes.includes('opens') ? '¶' : ' '} ${sides.join(' | ')}`
}))

const rain = {
  en: manuscript('en', '# Clouds', ['It rained.[1]', 'It stopped.', 'It rained again.'], 'A line left out.', '^ In March.', '# Sun', 'The end.'),
  ar: manuscript('ar', '# غيوم', 'أمطرت ثم صحت.[1]', 'وعادت فأمطرت.', '^ في آذار.', '# شمس', 'النهاية.'),
}
const beadsOfRain = '1:1 2:1 1:1 1:0 1:1 1:1 1:1'

test.each(['facing-en', 'facing-ar', 'columns-en'] as const)('a chapter that one side lacks is a section of its own: %s', (view) => {
  const sides = {
    en: manuscript('en', '# Clouds', 'It rained.', '# Sun', 'The end.'),
    ar: manuscript('ar', '# غيوم', 'أمطرت.', '# مقدّمة', 'قال المترجم.', '# شمس', 'النهاية.'),
  }
  const { sections } = compose(aligned(sides, '1:1 1:1 0:1 0:1 1:1 1:1'), view)
  expect(sections.slice(1).map(({ title }) => title)).toEqual([
    { en: 'Clouds', ar: 'غيوم' }, { en: undefined, ar: 'مقدّمة' }, { en: 'Sun', ar: 'شمس' },
  ])
})

test('a chapter that is counterpart of nothing stays where the leading one goes on', () => {
  const sides = { en: manuscript('en', '# Clouds', 'It rained.', 'It stopped.'), ar: manuscript('ar', '# غيوم', 'أمطرت.', '# مقدّمة', 'صحت.') }
  const { sections } = compose(aligned(sides, '1:1 1:1 0:1 1:1'), 'facing-en')
  expect(sections.slice(1).map(({ title }) => title)).toEqual([{ en: 'Clouds', ar: 'غيوم' }])
})

test('facing pages are two flows whose passages bear one number, then the notes of both', () => {
  expect(drawn(compose(aligned(rain, beadsOfRain), 'facing-en'))).toEqual([
    'en 1:h1(Clouds) 2:p(It rained.1 It stopped. It rained again.) 3:p(A line left out.)',
    'ar 1:h1(غيوم) 2:p(أمطرت ثم صحت.١) p(وعادت فأمطرت.)',
    'notes Notes 1 In March. ↑ الحواشي ١ في آذار. ↑',
    'en 4:h1(Sun) 5:p(The end.)',
    'ar 4:h1(شمس) 5:p(النهاية.)',
  ])
  expect(drawn(compose(aligned(rain, beadsOfRain), 'facing-ar'))[0]).toMatch(/^ar 1:h1\(غيوم\)/)
})

test('stacks follow the beads: a paragraph goes on from stack to stack, and where one begins is marked', () => {
  expect(drawn(compose(aligned(rain, beadsOfRain), 'interlinear-en'))).toEqual([
    '1¶ h1(Clouds) | h1(غيوم)',
    '2¶ p(It rained.1 It stopped.) | p(أمطرت ثم صحت.١)',
    '   +p(It rained again.) | p(وعادت فأمطرت.)',
    '3¶ p(A line left out.)',
    'notes Notes 1 In March. ↑ الحواشي ١ في آذار. ↑',
    '4¶ h1(Sun) | h1(شمس)',
    '5¶ p(The end.) | p(النهاية.)',
  ])
  expect(drawn(compose(aligned(rain, beadsOfRain), 'interlinear-ar'))[2]).toBe(' ¶ p(وعادت فأمطرت.) | +p(It rained again.)')
})

test('columns may stand level at beads', () => {
  const rows = drawn(compose(aligned(rain, beadsOfRain, { columns: { level: 'beads' } }), 'columns-en'))
  expect(rows.slice(1, 4)).toEqual([
    '   p(It rained.1 It stopped.) | p(أمطرت ثم صحت.١)',
    '   +p(It rained again.) | p(وعادت فأمطرت.)',
    '   p(A line left out.) | —',
  ])
})

test('ties name the last segment of each side of every bead, notes apart', () => {
  const ties = (view: View) => compose(aligned(rain, beadsOfRain), view).ties.map(({ en, ar }) => `${en ?? '—'} ${ar ?? '—'}`)
  expect(ties('facing-en')).toEqual(['en-1 ar-1', 'en-3 ar-2', 'en-4 ar-3', 'en-5 —', 'en-7 ar-5', 'en-8 ar-6'])
  expect(ties('columns-ar')).toEqual(ties('facing-en'))
  expect(ties('ar')).toEqual([])
})

const forms = {
  en: '# Forms\n\n3. Trim. Wind it.\n4. Sleep.\n\n| a | b |\n|---|---|\n| c |  |\n\n:::verse\nThe sea came up\nand left its salt.\n:::\n\n> One. Two.\n\n![A](tower.svg "A tower. It leans.")\n\n***\n\nEnd.\n',
  ar: '# أشكال\n\n3. شذّب. أدِر.\n4. نَم.\n\n| أ | ب |\n|---|---|\n| ج |  |\n\n:::verse\nصعد البحر *** وترك ملحه\n:::\n\n> واحد. اثنان.\n\n![أ](tower.svg "برج. وهو مائل.")\n\n***\n\nنهاية.\n',
}

test('items keep their numbers, tables, figures and lines of verse are never parted, quotations are', async () => {
  await withBook(forms, async ({ manuscripts }) => {
    const edition = compose(aligned(manuscripts, Array(16).fill('1:1').join(' ')), 'interlinear-en')
    expect(drawn(edition)).toEqual([
      '1¶ h1(Forms) | h1(أشكال)',
      '2¶ ol(li(3.Trim.)) | ol(li(3.شذّب.))',
      '   +ol(+li(3.Wind it.)) | +ol(+li(3.أدِر.))',
      '   +ol(li(4.Sleep.)) | +ol(li(4.نَم.))',
      '3¶ table(a b c) | table(أ ب ج)',
      '4¶ div(p(The sea came up) p(and left its salt.)) | div(p(صعد البحر وترك ملحه))',
      '5¶ blockquote(p(One.)) | blockquote(p(واحد.))',
      '   +blockquote(+p(Two.)) | +blockquote(+p(اثنان.))',
      '6¶ figure(A tower. It leans.) | figure(برج. وهو مائل.)',
      // Between scenes on both sides, and so below both.
      ' ¶ hr()',
      '7¶ p(End.) | p(نهاية.)',
    ])
    expect(rehype(edition.sections[1]!.tree).match(/<figure[^>]*class="twin"[^>]*>/g)).toHaveLength(1)
  })
})

const noted = {
  en: 'A rag[^1] and a bell.\n\n[^1]: Of linen.\n',
  ar: 'خرقة[^tr-x] من كتّان[^1] وجرس[^tr-y].\n\n[^tr-x]: أي قطعة من ثوب.\n[^tr-y]: وهو الجُلجُل.\n[^1]: كتّان عتيق.\n',
}

test('a translator’s note is called by a letter and says whose it is', async () => {
  await withBook(noted, async ({ manuscripts }) => {
    for (const view of ['ar', 'facing-en', 'columns-en'] as const) {
      const edition = compose(aligned(manuscripts, '1:1 1:1 0:2'), view)
      const html = edition.sections.map(({ role, tree }) => `<section class="${role}">${rehype(tree)}</section>`).join('')
      expect([...html.matchAll(/id="ar-chapter-1-ref-([^"]+)" href="#ar-chapter-1-note-([^"]+)" role="doc-noteref">([^<]+)/g)].map((found) => found.slice(1))).toEqual([['tr-1', 'tr-1', 'أ'], ['1', '1', '١'], ['tr-2', 'tr-2', 'ب']])
      const asides = [...html.matchAll(/<aside class="([^"]*)" id="ar-[^"]*"[^>]*>(.*?)<\/aside>/g)].map(([, classes, note = '']) => `${classes}: ${note.replaceAll(/<[^>]*>/g, '').replaceAll('\n', '')}`)
      expect(asides).toEqual(['note: ١ كتّان عتيق. ↑', 'note by-translator: أ أي قطعة من ثوب. (المترجم) ↑', 'note by-translator: ب وهو الجُلجُل. (المترجم) ↑'])
      expect(proveEdition(view, manuscripts, edition.languages, htmlTokens(html)).messages).toEqual([])
      // On a page that calls them, notes of both stand together: the author's and the translator's are proved apart.
      const moved = html.replace(/(<aside class="note" id="ar.*?<\/aside>)(.*)(<aside class="note by-translator" id="ar-chapter-1-note-tr-1".*?<\/aside>)/s, '$3$2$1')
      expect(moved).not.toBe(html)
      if (view !== 'columns-en') expect(proveEdition(view, manuscripts, edition.languages, htmlTokens(moved)).messages).toEqual([])
    }
  })
})

/** Whatever else a manuscript may hold. */
const more = {
  en: '\n:::epigraph\n> One. Two.\n\n— Anon.\n:::\n\n:::gloss\nكتاب | *ورق*\nbook | paper\n:::\n\nA :index[vat. A mould]{as="Vat"} stood.[^tr-v]\n\n[^tr-v]: Here.\n',
  ar: '\n:::epigraph\nواحد. اثنان.\n:::\n\n:::gloss\nbook | *paper* | road\nكتاب | ورق | طريق\n:::\n\nوكان ال:index[حوض]{as="الحوض"} هنا[^tr-v].\n\n[^tr-v]: ههنا.\n',
}

test.each<View>(['facing-en', 'facing-ar', 'interlinear-en', 'interlinear-ar', 'columns-en', 'columns-ar'])('%s holds all of both texts in order, once, and no id twice, whatever the beads', async (view) => {
  await withBook({ en: english + more.en, ar: arabic + more.ar }, async ({ manuscripts }) => {
    const chance = random(11)
    for (let round = 0; round < 6; round++) {
      const edition = compose(aligned(manuscripts, anyBeads(manuscripts, (limit) => Math.floor(chance() * limit)), { columns: { level: 'beads' } }), view)
      const html = edition.sections.map(({ role, tree }) => `<section class="${role}">${rehype(tree)}</section>`).join('')
      expect(proveEdition(view, manuscripts, edition.languages, htmlTokens(html)).messages).toEqual([])
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})

/** Beads of any sizes that cover both texts, running text and notes apart. */
function anyBeads(manuscripts: AlignedBook['manuscripts'], below: (limit: number) => number): string {
  const streams = [false, true].map((isNote) => {
    const rest = { en: 0, ar: 0 }
    for (const language of ['en', 'ar'] as const) rest[language] = segmentsOf(manuscripts[language]).filter(({ kind }) => (kind === 'note') === isNote).length
    const types: string[] = []
    while (rest.en + rest.ar > 0) {
      const [en, ar] = [Math.min(rest.en, below(3)), Math.min(rest.ar, below(3))]
      rest.en -= en
      rest.ar -= ar
      if (en + ar > 0) types.push(`${en}:${ar}`)
    }
    return types
  })
  return streams.flat().join(' ')
}

test('no view changes the manuscripts', async () => {
  await withBook({ en: english + more.en, ar: arabic + more.ar }, async ({ manuscripts }) => {
    const before = structuredClone(manuscripts)
    const sizes = (['en', 'ar'] as const).map((language) => segmentsOf(manuscripts[language]).length)
    for (const view of ['en', 'ar', 'columns-en', 'facing-ar', 'interlinear-en'] as const) compose(aligned(manuscripts, `${sizes[0]}:${sizes[1]}`), view)
    expect(manuscripts).toEqual(before)
  })
})

test('a note that only one side has stands after the note before it, though its own text opened an earlier section', () => {
  const manuscripts = { en: manuscript('en', 'Alone.[1]', 'Both.[2]', '^ First.', '^ Second.'), ar: manuscript('ar', 'معًا.[1]', '^ أولى.') }
  const rows = drawn(compose(aligned(manuscripts, '1:0 1:1 1:1 1:0'), 'columns-ar')).join('\n')
  expect(rows.indexOf('First.')).toBeLessThan(rows.indexOf('Second.'))
})
