/** What the body of a document to lay out is called. */

import { expect, test } from '@jest/globals'
import type { View } from '../../../pipeline/model/edition.ts'
import { bodyClasses } from '../../../pipeline/writers/pdf/galleys.ts'
import { book, chapter, edition } from '../../support/edition.ts'

const pageOf = (width: number) => ({ width, height: 170, margin: { inner: 12, outer: 8, top: 15, bottom: 15 } })

const isNarrow = (view: View, width: number): boolean =>
  bodyClasses(edition(view, chapter('one', { en: 'One', ar: 'واحد' })), { ...book, page: pageOf(width), parallelPage: pageOf(width) }).includes('narrow')

test.each([
  ['interlinear-en', 80, true], ['columns-ar', 90, true], ['columns-en', 105, false], ['interlinear-en', 140, false],
  // Each language has its own page.
  ['facing-en', 80, false], ['en', 80, false],
] as const)('%s on pages of %d mm: titles stand below each other: %s', (view, width, narrow) => {
  expect(isNarrow(view, width)).toBe(narrow)
})
