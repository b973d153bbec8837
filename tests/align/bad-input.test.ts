/** What no one should hand over, and someone will: said, bounded in time, and never a wrong cover. */

import { describe, expect, test } from '@jest/globals'
import { align, alignManuscripts } from '../../pipeline/align/index.ts'
import type { Segment, SegmentKind } from '../../pipeline/model/manuscript.ts'
import { manuscript } from '../support/manuscript.ts'
import { drawing, lighthouse, sides } from './sides.ts'

const rules = (en: readonly string[], ar: readonly string[]): string[] =>
  alignManuscripts({ en: manuscript('en', ...en), ar: manuscript('ar', ...ar) }, 1).messages.map(({ rule }) => rule)

const times = (texts: readonly string[], count: number): string[] => Array.from({ length: count }, (_, index) => texts[index % texts.length] ?? '')
const eastern = (text: string): string => text.replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))

describe('a litany, one pair of sentences again and again', () => {
  test.each([90, 80, 60, 40])('ninety times, and in Arabic %i times, is a translation', (count) => {
    expect(rules(times(['Lord, have mercy on us.'], 90), times(['يا رب ارحمنا.'], count))).toEqual([])
  })

  test('of two voices too', () => {
    expect(rules(times(['Lord, have mercy on us.', 'Christ, hear us.'], 90), times(['يا رب ارحمنا.', 'يا مسيح استجب لنا.'], 70))).toEqual([])
  })
})

describe('lists of numbers', () => {
  const numbers = (start: number, step: number) => Array.from({ length: 40 }, (_, index) => String(start + index * step))

  test('that are the same belong together, also with rows left out', () => {
    expect(rules(numbers(100, 37), numbers(100, 37).map(eastern))).toEqual([])
    expect(rules(numbers(100, 37), numbers(100, 37).filter((_, index) => index % 6 !== 2))).toEqual([])
  })

  test('that are others do not', () => {
    expect(rules(numbers(100, 37), numbers(115, 41).map(eastern))).toEqual(['align/unrelated'])
  })

  test('written in figures on one side and in words on the other are not judged', () => {
    expect(rules(times(['It was 1920.', 'Then came 1930.', 'He was 7.'], 30), times(['كان عام ألف وتسعمئة وعشرين.', 'ثم جاء عام ألف وتسعمئة وثلاثين.', 'كان ابن سبع.'], 30))).not.toContain('align/unrelated')
  })
})

test('one side a thousand times longer', () => {
  const long = Array.from({ length: 3000 }, (_, index) => `كتب الرجل رسالته رقم ${index} إلى المدينة.`)
  const { en, ar } = sides({ en: lighthouse.en.slice(0, 3), ar: long })
  const beads = align({ en, ar })
  expect(beads.at(-1)).toMatchObject({ en: { to: 3 }, ar: { to: 3000 } })
  expect(rules(lighthouse.en.slice(0, 3), long)).toEqual(['align/unrelated'])
})

test('a million letters without a stop', () => {
  const long = 'The keeper wrote to London and nobody answered him, '.repeat(20_000)
  const before = process.cpuUsage()
  const beads = align(sides({ en: [long], ar: lighthouse.ar }))
  expect(beads.at(-1)).toMatchObject({ en: { to: 1 }, ar: { to: 10 } })
  // Under a second on a quiet machine.
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(6)
})

test('sentences against as many others, without a word or a number in common, take bounded time', () => {
  const made = (word: string) => Array.from({ length: 450 }, (_, index) => `${word} ${word}${String.fromCharCode(97 + (index % 26))}.`)
  const before = process.cpuUsage()
  const beads = align(sides({ en: made('zibbo'), ar: times(['غمزوت تخب ضغظ.', 'ثقخط شظف.'], 450) }))
  expect(beads.at(-1)).toMatchObject({ en: { to: 450 }, ar: { to: 450 } })
  // A second on a quiet machine.
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(25)
})

describe('like among like', () => {
  const kinds = (written: readonly (readonly [SegmentKind, string])[], side: readonly Segment[]): Segment[] =>
    side.map((segment, index) => ({ ...segment, kind: written[index]?.[0] ?? 'paragraph', paragraph: index }))
  const both = (en: readonly (readonly [SegmentKind, string])[], ar: readonly (readonly [SegmentKind, string])[]) => {
    const plain = sides({ en: en.map(([, text]) => text), ar: ar.map(([, text]) => text) })
    return drawing(align({ en: kinds(en, plain.en), ar: kinds(ar, plain.ar) }))
  }
  const paragraph = (text: string) => ['paragraph', text] as const
  const english = lighthouse.en.map((text) => paragraph(text.replace('¶', '')))
  const arabic = lighthouse.ar.map((text) => paragraph(text.replace('¶', '')))

  test('a heading that one side lacks stands alone', () => {
    const headed = [['heading', 'The storm'] as const, ...english.slice(0, 5), ['heading', 'The lamp'] as const, ...english.slice(5)]
    expect(both(headed, [['heading', 'العاصفة'] as const, ...arabic])).toBe('1:1 1:1 1:1 1:1 1:1 1:1 1:0 1:1 1:1 1:1 1:1 1:1')
  })

  test('a table with a row left out', () => {
    const cell = (text: string) => ['cell', text] as const
    const rows = [['Year', 'Ships', 'Lamps'], ['1874', '12', '3'], ['1880', '15', '4'], ['1891', '27', '6']].flat().map(cell)
    const arabicRows = [['السنة', 'السفن', 'المصابيح'], ['١٨٧٤', '١٢', '٣'], ['١٨٩١', '٢٧', '٦']].flat().map(cell)
    expect(both([...english.slice(0, 3), ...rows, ...english.slice(3)], [...arabic.slice(0, 3), ...arabicRows, ...arabic.slice(3)]))
      .toBe(['1:1 1:1 1:1', '1:1 1:1 1:1', '1:1 1:1 1:1', '1:0 1:0 1:0', '1:1 1:1 1:1', '1:1 1:1 1:1 1:1 1:1 1:1 1:1'].join(' '))
  })

  test('a list whose items are prose on the other side', () => {
    const items = english.slice(3, 6).map(([, text]) => ['item', text] as const)
    expect(both([...english.slice(0, 3), ...items, ...english.slice(6)], arabic)).toBe('1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1')
  })

  test('verse that is prose on the other side, and verse that the other side lacks', () => {
    const verse = ['سألتُ النهرَ عن اسمه', 'فقال الاسمُ للباقي', 'وقلتُ له إلى أين المسيرُ', 'فقال إلى عطشى رفاقي'].map((text) => ['verse', text] as const)
    const prose = ['I asked the river for its name, and it answered that names are for those who stay.', 'I asked it then where it was going, and it said: wherever the thirsty are.'].map(paragraph)
    const sung = [...arabic.slice(0, 4), ...verse, ...arabic.slice(4)]
    const rest = '1:1 1:1 1:1 1:1 1:1 1:1'
    expect(both([...english.slice(0, 4), ...prose, ...english.slice(4)], sung)).toBe(`1:1 1:1 1:1 1:1 1:2 1:2 ${rest}`)
    expect(both(english, sung)).toBe(`1:1 1:1 1:1 1:1 0:1 0:1 0:1 0:1 ${rest}`)
  })

  test('verse with verse, a caption with a caption', () => {
    const verse = (text: string) => ['verse', text] as const
    const [enVerse, arVerse] = [['The sea is wide and I am small,', 'the night has neither door nor wall.'].map(verse), ['البحر واسع وأنا صغير،', 'والليل بلا باب ولا جدار.'].map(verse)]
    const [enCaption, arCaption] = [[['caption', 'The lamp in 1874.'] as const], [['caption', 'المصباح في عام 1874.'] as const]]
    expect(both([...english.slice(0, 4), ...enVerse, ...english.slice(4, 7), ...enCaption, ...english.slice(7)],
      [...arabic.slice(0, 4), ...arVerse, ...arabic.slice(4, 7), ...arCaption, ...arabic.slice(7)])).toBe(Array.from({ length: 13 }, () => '1:1').join(' '))
    // The caption stands before a sentence with the same year, and is on one side alone.
    expect(both([english[0]!, ...enCaption, ...english.slice(1)], arabic)).toBe(`1:1 1:0 ${Array.from({ length: 9 }, () => '1:1').join(' ')}`)
  })
})
