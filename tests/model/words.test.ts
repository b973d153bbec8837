import { expect, test } from '@jest/globals'
import { wordsIn } from '../../pipeline/model/words.ts'

test('Arabic counts take their six forms and their digits', () => {
  const words = wordsIn('ar')
  const forms = [0, 1, 2, 3, 11, 100].map((count) => words('cli:pages', { count }))
  expect(forms).toEqual(['لا صفحات', 'صفحة واحدة', 'صفحتان', '٣ صفحات', '١١ صفحة', '١٠٠ صفحة'])
})

test('a book of the Maghreb keeps European digits', () => {
  expect(wordsIn('ar', 'latn')('cli:pages', { count: 12 })).toBe('12 صفحة')
})

test('dates name the month as both the Levant and Egypt do', () => {
  expect(wordsIn('ar').date('2020-07-01')).toBe('١ تموز/يوليو ٢٠٢٠')
  expect(wordsIn('en').date('2020-07-01')).toBe('1 July 2020')
})

test('a wording that is missing is a bug, not an empty page', () => {
  expect(() => wordsIn('en')('cli:nothing-of-the-kind')).toThrow('No wording')
})

test('a list of names is parted by the comma of the language, what is typed with commas is not', () => {
  expect(wordsIn('ar')('configuration:unknown-value.do', { allowed: 'en, ar' })).toMatch(/en، ar\.$/)
  expect(wordsIn('en')('configuration:unknown-value.do', { allowed: 'en, ar' })).toMatch(/en, ar\.$/)
  expect(wordsIn('ar')('cli:build.only', { editions: 'en.pdf, ar.pdf' })).toMatch(/en\.pdf, ar\.pdf$/)
})
