/** Published cases of sentence splitting, where the shared folder beside the project has them; those decided otherwise are listed. */

import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import type { Language } from '../../pipeline/model/language.ts'
import { slices } from './sentences.ts'

interface Case {
  readonly lang: Language
  readonly name: string
  readonly text: string
  readonly expected: readonly string[]
}

const published = new URL('../../../shared/align-bench/segmentation-rules.json', import.meta.url)
const { kept } = JSON.parse(readFileSync(new URL('../bench/segment/kept.json', import.meta.url), 'utf8')) as { kept: { cases: number[]; reason: string }[] }

/** Cases are published trimmed and with spaces cleaned, so that letters and marks alone are compared. */
const solid = (sentences: readonly string[]): string[] => sentences.map((sentence) => sentence.replaceAll(/\s+/g, '')).filter((sentence) => sentence !== '')

if (existsSync(published)) {
  const { cases } = JSON.parse(readFileSync(published, 'utf8')) as { cases: Case[] }

  test('of the published cases just those listed are decided otherwise', () => {
    const otherwise = cases.flatMap(({ lang, text, expected }, index) => (solid(slices(text, lang)).join('|') === solid(expected).join('|') ? [] : [index]))
    expect(otherwise).toEqual(kept.flatMap((entry) => entry.cases).sort((a, b) => a - b))
  })
} else {
  test.skip('published cases: shared/align-bench/segmentation-rules.json is not beside the project', () => {})
}
