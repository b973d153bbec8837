import { expect, test } from '@jest/globals'
import { h } from 'hastscript'
import { toString } from 'hast-util-to-string'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { Element } from 'hast'
import { isolate } from '../../pipeline/typography/isolate.ts'

/** Isolated runs drawn in brackets. */
const drawn = (text: string, language: 'en' | 'ar') =>
  isolate(h('p', text), language)
    .children.map((child) => (child.type === 'element' ? `[${toString(child as Element)}]` : toString(child as never)))
    .join('')

const toHtml = (tree: Element) => unified().use(rehypeStringify).stringify({ type: 'root', children: [tree] })

test.each([
  ['كتب Jonathan Bloom كتابًا', 'كتب [Jonathan Bloom] كتابًا'],
  ['في فابريانو (Fabriano)، وفي شاطبة', 'في فابريانو ([Fabriano])، وفي شاطبة'],
  ['انظر https://example.org/a?b=1، ثم', 'انظر [https://example.org/a?b=1]، ثم'],
  ['الرمز MAP-17/b.', 'الرمز [MAP-17/b].'],
  ['نحو 3.5 من الألف', 'نحو [3.5] من الألف'],
  ['بلغت -5 درجات', 'بلغت [-5] درجات'],
  ['عام ٢٠١١ فقط', 'عام ٢٠١١ فقط'],
  ['عام 2011 فقط', 'عام 2011 فقط'],
  ['بين 1990-1995 تقريبًا', 'بين [1990]-[1995] تقريبًا'],
  ['بين ١٩٩٠–١٩٩٥ تقريبًا', 'بين ١٩٩٠–١٩٩٥ تقريبًا'],
  ['الترقيم الدولي 978-0-00-000000-X، بتاريخ 2020-07-01', 'الترقيم الدولي [978-0-00-000000-X]، بتاريخ [2020-07-01]'],
  ['الترقيم الدولي ٩٧٨-٠-٠٠-٠٠٠٠٠٠-X، بتاريخ ٢٠٢٠-٠٧-٠١', 'الترقيم الدولي [٩٧٨-٠-٠٠-٠٠٠٠٠٠-X]، بتاريخ [٢٠٢٠-٠٧-٠١]'],
  ['«Paper Before Print» كتاب', '«[Paper Before Print]» كتاب'],
  ['مدينة Xàtiva، ثم', 'مدينة [Xàtiva]، ثم'],
  ['رواه Saʿd ibn ʿUmar عن ʾAbū Ḥasan، ثم', 'رواه [Saʿd ibn ʿUmar] عن [ʾAbū Ḥasan]، ثم'],
  ['بين 1,25–3.5 % منها.', 'بين [1,25–3.5 %] منها.'],
  ['Fabriano مدينة', '[Fabriano] مدينة'],
  ['بلوم (Jonathan M. Bloom, Paper)، ثم', 'بلوم ([Jonathan M. Bloom, Paper])، ثم'],
  ['بيرنز (Robert I. Burns)', 'بيرنز ([Robert I. Burns])'],
  ['زار Rome. ثم Paris', 'زار [Rome]. ثم [Paris]'],
  ['زار Rome (Paris أيضًا)', 'زار [Rome] ([Paris] أيضًا)'],
  ['كسلر (M. Kessler, “Lampen”, Archiv 12 (1931), 44–61) يرتاب', 'كسلر ([M. Kessler, “Lampen”, Archiv 12 (1931), 44–61]) يرتاب'],
  ['في (“Lampen”, Archiv 12)، ثم', 'في ([“Lampen”, Archiv 12])، ثم'],
  ['كان Apollo 11 رحلة', 'كان [Apollo] 11 رحلة'],
  ['يكتب n = v · t ⁄ (d + s) دائمًا', 'يكتب [n = v · t ⁄ (d + s)] دائمًا'],
  ['يكتب (a + b)/2 دائمًا', 'يكتب [(a + b)/2] دائمًا'],
  ['يكون Q = ∫₀ᵀ v(t)·A dt ≈ Σᵢ vᵢ·A·Δt، أو η = P₂ / P₁ ≥ ٠٫٨٥ دائمًا', 'يكون [Q = ∫₀ᵀ v(t)·A dt ≈ Σᵢ vᵢ·A·Δt]، أو [η = P₂ / P₁ ≥ ٠٫٨٥] دائمًا'],
  ['الحل √a + x² − 5x = 0، ومن A → B', 'الحل [√a + x² − 5x = 0]، ومن [A → B]'],
  ['الحرف α أو Ω', 'الحرف [α] أو [Ω]'],
  ['نحو ٣٫٥ km/h أو ٢٠ kg', 'نحو [٣٫٥ km/h] أو [٢٠ kg]'],
  ['في حرارة ١٨ °C، أي 64 °F', 'في حرارة [١٨ °C]، أي [64 °F]'],
  ['سنة ٢٠١١ London', 'سنة ٢٠١١ [London]'],
  ['الرقم +00 (0)6 555-0199، التحويلة', 'الرقم [+00 (0)6 555-0199]، التحويلة'],
])('in Arabic, %s', (text, expected) => {
  expect(drawn(text, 'ar')).toBe(expected)
})

test('in English, Arabic words with their marks and spaces are one run', () => {
  expect(drawn('the word كِتاب العمدة, which', 'en')).toBe('the word [كِتاب العمدة], which')
})

test.each([
  ['dated الخميس ٣ رجب ١٣٠٣ in red', 'dated [الخميس ٣ رجب ١٣٠٣] in red'],
  ['he wrote: قال: «لا تترك النار!» and', 'he wrote: [قال: «لا تترك النار!»] and'],
  ['the verse ﴿الله نور السموات﴾ there', 'the verse [﴿الله نور السموات﴾] there'],
  ['asked ما هذا؟ twice', 'asked [ما هذا؟] twice'],
  ['a lamp (قنديل), a wick (فتيل)', 'a lamp ([قنديل]), a wick ([فتيل])'],
  ['the words قنديل, فتيل', 'the words [قنديل], [فتيل]'],
])('in English, %s', (text, expected) => {
  expect(drawn(text, 'en')).toBe(expected)
})

test('a run goes through emphasis and links, but not through sentences', () => {
  const tree = isolate(h('p', ['كسلر، ', h('em', 'Archiv'), ' 12 (', h('a', '1931'), ')']), 'ar')
  expect(toHtml(tree)).toBe('<p>كسلر، <bdi dir="ltr"><em>Archiv</em> 12 (<a>1931</a>)</bdi></p>')
  const sentences = isolate(h('p', [h('span.segment', 'زار Rome'), h('span.segment', 'Paris')]), 'ar')
  expect(toHtml(sentences)).toBe('<p><span class="segment">زار <bdi dir="ltr">Rome</bdi></span><span class="segment"><bdi dir="ltr">Paris</bdi></span></p>')
})

test('the number of a note is apart from the words before it', () => {
  const tree = isolate(h('p', ['زار Rome', h('a', { className: ['note-reference'] }, '12'), ' ثم']), 'ar')
  expect(toHtml(tree)).toBe('<p>زار <bdi dir="ltr">Rome</bdi><a class="note-reference">12</a> ثم</p>')
})

test('runs before, inside and behind marks keep their places, and blanks at their ends stay outside', () => {
  const tree = isolate(h('p', ['زار Rome', h('em', ' و Paris '), 'Fez ', h('strong', 'ثم'), ' 3.5 ', h('ul', h('li', 'Oslo')), ' Lund']), 'ar')
  expect(toHtml(tree)).toBe('<p>زار <bdi dir="ltr">Rome</bdi><em> و <bdi dir="ltr">Paris</bdi> </em><bdi dir="ltr">Fez</bdi> <strong>ثم</strong> <bdi dir="ltr">3.5</bdi> <ul><li><bdi dir="ltr">Oslo</bdi></li></ul> <bdi dir="ltr">Lund</bdi></p>')
})

test('numbers and words are isolated in the order in which they stand', () => {
  expect(drawn('نحو 3.5 في Rome و2.5 في Fez', 'ar')).toBe('نحو [3.5] في [Rome] و[2.5] في [Fez]')
})

test('an address ends before the stop of its sentence', () => {
  const tree = isolate(h('p', h('span.segment', ['انظر ', h('a', 'https://h.example/e?b=1'), '.'])), 'ar')
  expect(toHtml(tree)).toBe('<p><span class="segment">انظر <bdi dir="ltr"><a>https://h.example/e?b=1</a></bdi>.</span></p>')
})

test('numbers of a book number in ٠١٢ are apart, for the hyphens between them would turn it about', () => {
  expect(toHtml(isolate(h('p', 'الرقم ٩٧٨-٠-٣٠٦'), 'ar'))).toBe('<p>الرقم <bdi dir="ltr"><bdi>٩٧٨</bdi>-<bdi>٠</bdi>-<bdi>٣٠٦</bdi></bdi></p>')
})

test('a run that begins inside a mark is isolated in pieces', () => {
  const tree = isolate(h('p', [h('em', 'كتاب Paper'), ' Before Print']), 'ar')
  expect(toHtml(tree)).toBe('<p><em>كتاب <bdi dir="ltr">Paper</bdi></em> <bdi dir="ltr">Before Print</bdi></p>')
})

test.each([
  ['غرامات ٠', '<code lang="ar" dir="rtl">غرامات ٠</code>'],
  ['12 + 3', '<code dir="ltr">12 + 3</code>'],
  ['x = 5 # العدد', '<code dir="ltr">x = 5 # <bdi lang="ar" dir="rtl">العدد</bdi></code>'],
])('code has the direction of its letters: %s', (text, expected) => {
  expect(toHtml(isolate(h('p', h('code', text)), 'ar'))).toBe(`<p>${expected}</p>`)
})

test('code and what is isolated already stay as they are', () => {
  const tree = isolate(h('p', [h('code', 'a.b'), h('bdi', 'Rome')]), 'ar')
  expect(tree.children.map((child) => (child as Element).children.length)).toEqual([1, 1])
})

test('a long line of digits is isolated in time that grows with it', () => {
  const before = process.cpuUsage()
  isolate(h('p', '1'.repeat(300_000)), 'ar')
  // Seconds of this process: what else the machine does is not counted.
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2)
})
