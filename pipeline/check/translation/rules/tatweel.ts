/** Strokes that draw a word out, in the stored text. */

import { isCode, markOf } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

/** Not behind a letter or two that end there, as in هـ and جـ, nor under a small alif, which scripture writes on a stroke (ـٰ), nor before a Latin word, a digit or a quotation mark, as in بـ«…»; a run of them that is meant for a dash is stray too. */
const stray = /(?<=[\u0621-\u063A\u0641-\u064A][\u064B-\u0652]*)\u0640+(?=[\u064B-\u0652]*[\u0621-\u063A\u0641-\u064A])|(?<![\u0621-\u0652])\u0640{2,}/g

export const tatweel: BeadRule = {
  name: 'tatweel', severity: 'warning', sees: 'bead',
  check: ({ ar }) => ar.filter((reading) => !isCode(reading) && reading.segment.text.includes('\u0640')).flatMap((reading) =>
    Array.from(reading.segment.text.matchAll(stray), ({ 0: run, index }) => ({
      marks: [markOf(reading, { from: index, to: index + run.length })], values: { word: wordAround(reading.segment.text, index) }, habit: 'tatweel',
    }))),
}

const wordAround = (text: string, at: number): string => `${/[\u0621-\u0652\u0640]*$/.exec(text.slice(0, at))?.[0] ?? ''}${/^[\u0621-\u0652\u0640]*/.exec(text.slice(at))?.[0] ?? ''}`
