/** Texts that are no translations of each other are told of; translations never are. */

import { expect, test } from '@jest/globals'
import { align } from '../../pipeline/align/index.ts'
import { isRelated, kinshipOf, unrelatedMessage } from '../../pipeline/align/kinship.ts'
import { lighthouse, sides } from './sides.ts'

const kitchen = [
  'تُغسل البطاطا ثم تُقشر وتُقطع مكعبات صغيرة.', 'يُحمى الزيت في قدر واسعة.', 'تُضاف ملعقتان من الملح وقليل من الفلفل.', 'يُترك الخليط على نار هادئة.',
  'يُخفق البيض جيدًا مع الحليب.', 'هل نضج الأرز؟', 'يُقدّم الطبق ساخنًا مع السلطة.', 'تُحفظ البقية في الثلاجة.', 'يكفي هذا المقدار أربعة أشخاص.', 'يُزيّن بالبقدونس المفروم.',
]

const kinship = (en: readonly string[], ar: readonly string[]) => {
  const both = sides({ en, ar })
  return kinshipOf(both, align(both))
}

test('a story and a recipe have nothing to do with each other', () => {
  const found = kinship(lighthouse.en, kitchen)
  expect(isRelated(found)).toBe(false)
  const message = unrelatedMessage(sides({ en: lighthouse.en, ar: kitchen }), found)
  expect(message).toMatchObject({ rule: 'align/unrelated', severity: 'error', place: { file: 'en.md', line: 1 }, values: { segments: 20 } })
})

test('a story and its translation belong together, also when half of it is missing', () => {
  expect(isRelated(kinship(lighthouse.en, lighthouse.ar))).toBe(true)
  expect(isRelated(kinship(lighthouse.en, lighthouse.ar.slice(5)))).toBe(true)
})

test('headings do not make strangers kin', () => {
  const headed = (texts: readonly string[], title: string, language: 'en' | 'ar') => {
    const [heading, ...rest] = sides({ en: [title, ...texts], ar: [title, ...texts] })[language]
    return [{ ...heading!, kind: 'heading' as const }, ...rest]
  }
  const kinOf = (en: readonly string[], ar: readonly string[]) => {
    const both = { en: headed(en, 'The Lighthouse', 'en'), ar: headed(ar, 'المنارة', 'ar') }
    return kinshipOf(both, align(both))
  }
  expect(isRelated(kinOf(lighthouse.en.slice(0, 7), kitchen.slice(0, 7)))).toBe(false)
  expect(isRelated(kinOf(lighthouse.en.slice(0, 7), lighthouse.ar.slice(0, 7)))).toBe(true)
})

test('texts of a few sentences are not judged', () => {
  expect(isRelated(kinship(lighthouse.en.slice(0, 4), kitchen.slice(0, 4)))).toBe(true)
})
