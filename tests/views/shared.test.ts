import { expect, test } from '@jest/globals'
import type { View } from '../../pipeline/model/edition.ts'
import { writeEpub } from '../../pipeline/writers/epub/index.ts'
import { text, withKiln } from '../support/kiln.ts'

const views: readonly View[] = ['tap-en', 'tap-ar', 'interlinear-en', 'interlinear-ar', 'facing-en', 'facing-ar', 'columns-en', 'columns-ar', 'en', 'ar']

test('views share their blocks and notes, and none changes what another shows', async () => {
  await withKiln({ en: text('en'), ar: text('ar') }, async ({ compose, book }) => {
    const all = () => [compose('en'), compose('ar')].map(({ sections }) => JSON.stringify(sections))
    const before = all()
    for (const view of views) await writeEpub(compose(view), { name: 'it.epub', book })
    expect(all()).toEqual(before)
  })
})
