/** Headings that skip a level, each told of once and where it stands. */

import { expect, test } from '@jest/globals'
import { withSkippedHeadings } from '../../pipeline/check/headings.ts'
import type { Message } from '../../pipeline/model/message.ts'
import { reading } from '../readers/reading.ts'

const press = (edition: string): Message => ({ rule: 'press/heading-skipped', severity: 'note', values: { edition } })
const other: Message = { rule: 'press/no-alternative', severity: 'note' }

const told = async (en: string, ar: string) => {
  const manuscripts = { en: (await reading(en)).manuscript, ar: (await reading(ar, 'ar')).manuscript }
  return withSkippedHeadings([press('facing.pdf'), other, press('columns.pdf')], manuscripts).map(({ rule, place, values }) =>
    (place ? `${place.line}:${place.column} ${values?.['level']} after ${values?.['before']}: ${values?.['heading']}` : rule))
}

test('what each file said of skipped levels becomes one message at each heading', async () => {
  const en = '# One\n\nText of it.\n\n> ### *Deep* down[^n]\n\n## Fine\n\n#### Deeper\n\n# Two\n\n## Fine\n\n[^n]: A note.\n'
  expect(await told(en, '# واحد\n\nنص هنا.\n\n### عميق\n')).toEqual(['press/no-alternative', '5:3 3 after 1: Deep down', '9:1 4 after 2: Deeper', '5:1 3 after 1: عميق'])
})

test('a chapter opens at its own level, and what no heading explains stays', async () => {
  expect(await told('# Book\n\n## One\n\nText.\n\n### Below\n\n## Two\n\nText.\n', '# واحد\n\nنص.\n')).toEqual(['press/heading-skipped', 'press/no-alternative', 'press/heading-skipped'])
})
