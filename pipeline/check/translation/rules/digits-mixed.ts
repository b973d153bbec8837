/** Numbers in another family of digits than most of the book's Arabic. */

import { digitFamilies, type WrittenNumber } from '../digits.ts'
import { isCode, markOf, type SegmentReading } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

export const digitsMixed: BeadRule = {
  name: 'digits-mixed', severity: 'warning', sees: 'bead',
  check: ({ ar }, { norms }) => ar.filter((reading) => !isCode(reading)).flatMap((reading) =>
    digitFamilies(reading.segment.text).filter((number) => number.family !== norms.digits && !isForeign(reading, number) && !isDialled(reading, number))
      .map((number) => ({ marks: [markOf(reading, number)], values: { number: reading.segment.text.slice(number.from, number.to) }, habit: number.family }))),
}

/** A number that belongs to Latin words beside it, such as “Windows 95” or a date in a foreign title. */
const isForeign = ({ segment: { text } }: SegmentReading, { from, to, family }: WrittenNumber): boolean =>
  family === 'latin' && (/\p{Script=Latin}[\p{Script=Latin}\p{M}.,:'’-]*[\s.,:()\d-]{1,6}$/u.test(text.slice(Math.max(0, from - 24), from)) || /^[\s.,:()\d-]{1,6}\p{Script=Latin}/u.test(text.slice(to, to + 8)))

/** A number of a telephone as it is dialled from abroad, which is copied as it stands. */
const isDialled = ({ segment: { text } }: SegmentReading, { from, to, family }: WrittenNumber): boolean =>
  family === 'latin' && Array.from(text.matchAll(/\+\d[\d\s().-]{5,}/g)).some(({ 0: dialled, index }) => from > index && to <= index + dialled.length)
