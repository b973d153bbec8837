import { expect, test } from '@jest/globals'
import { h } from 'hastscript'
import { toString } from 'hast-util-to-string'
import type { Element } from 'hast'
import { isolate } from '../../pipeline/typography/isolate.ts'

/** Isolated runs drawn in brackets. */
const drawn = (text: string, language: 'en' | 'ar') =>
  isolate(h('p', text), language)
    .children.map((child) => (child.type === 'element' ? `[${toString(child as Element)}]` : toString(child as never)))
    .join('')

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
  ['بين 1,25–3.5 % منها.', 'بين [1,25–3.5 %] منها.'],
  ['Fabriano مدينة', '[Fabriano] مدينة'],
  ['بلوم (Jonathan M. Bloom, Paper)، ثم', 'بلوم ([Jonathan M. Bloom, Paper])، ثم'],
  ['بيرنز (Robert I. Burns)', 'بيرنز ([Robert I. Burns])'],
  ['زار Rome. ثم Paris', 'زار [Rome]. ثم [Paris]'],
])('in Arabic, %s', (text, expected) => {
  expect(drawn(text, 'ar')).toBe(expected)
})

test('in English, Arabic words with their marks and spaces are one run', () => {
  expect(drawn('the word كِتاب العمدة, which', 'en')).toBe('the word [كِتاب العمدة], which')
})

test('code and what is isolated already stay as they are', () => {
  const tree = isolate(h('p', [h('code', 'a.b'), h('bdi', 'Rome')]), 'ar')
  expect(tree.children.map((child) => (child as Element).children.length)).toEqual([1, 1])
})

test('a long line of digits is isolated in time that grows with it', () => {
  const started = performance.now()
  isolate(h('p', '1'.repeat(300_000)), 'ar')
  expect(performance.now() - started).toBeLessThan(2000)
})
