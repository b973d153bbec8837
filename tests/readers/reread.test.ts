/** A side in which one block was read again is the same as one read whole, wherever that is done at all. */

import { expect, test } from '@jest/globals'
import type { Cut } from '../../pipeline/model/decisions.ts'
import { segmentsOf } from '../../pipeline/model/manuscript.ts'
import { readManuscript, type ReadSide } from '../../pipeline/readers/index.ts'
import { recut, reread } from '../../pipeline/readers/reread.ts'
import { random } from '../support/random.ts'

const prose = (from: number, count: number): string => Array.from({ length: count }, (_, index) =>
  `The boat number ${from + index} came up the river. It had no oars, and *nobody* asked [why][oars].`).join('\n\n')

const first = `---
title: The ferry
---

# One

${prose(1, 12)}

The ferryman *mended his nets. He waited* for the water[^oil] to fall. It fell.

> He lit the lamp & sang
> an old song. Nobody heard him.[^oil]

- One boat. It was old.
- Two boats.

  They were new.

1. First.
2) Second.

# Two

| Day | Boats |
|---|---|
| first | none |
|  | two |

:::verse
A line of verse
and another *** in halves
:::

\`\`\`
code stays
\`\`\`

[^oil]: The lamp burned whale oil. It smoked[^smoke].

A paragraph with <b>markup</b> and 10:30. See [oars].

[oars]: https://example.org/oars "Oars"

[^smoke]: It smoked.

***

# Three {#three}

The end of it. ${prose(30, 8)}
`
const second = `# Four\n\nAnother file.[^a] It ends.\n\n${prose(50, 4)}\n\n[^a]: Its note.\n`
const files = ['one.md', 'two.md']

const side = (texts: readonly string[], cuts: readonly Cut[] = []): Promise<ReadSide> =>
  readManuscript('/nowhere', files, 'en', { cuts, instead: new Map(texts.map((text, index) => [files[index] ?? '', Buffer.from(text)])) })

/** What everybody else sees: positions of nodes are the readers' own. */
const seen = ({ manuscript, source, messages }: ReadSide): unknown =>
  JSON.parse(JSON.stringify({ manuscript, source, messages }, (key, value: unknown) => (key === 'position' ? undefined : value)))

const where = { root: '/nowhere', language: 'en' } as const

test('any change of one place', async () => {
  const chance = random(5)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T
  const pieces = ['', ' ', '\n', '\n\n', 'word', 'It ended. It began', '*', '[oars]', '[^oil]', '[^smoke]', '> ', '- ', '3. ', '# ', '## ', ' {#place}\n', '[there](#three)', '`', '```', ':::verse', '|', '<b>', '<!--', '===', '[new]: x', '[^new]: x', ':index[sand]', '    ', '\\', '&amp;', '![a](b.png)', '[here](#)']
  let [texts, read, times] = [[first, second], await side([first, second]), 0]
  for (let change = 0; change < 90; change++) {
    const file = chance() < 0.8 ? 0 : 1
    const old = texts[file] ?? ''
    const at = Math.floor(chance() * old.length)
    const text = old.slice(0, at) + pick(pieces) + old.slice(at + Math.floor(chance() * chance() * 12))
    const again = reread(read, Buffer.from(text), { ...where, file: files[file] ?? '', cuts: [] })
    const changed = texts.with(file, text)
    const whole = await side(changed)
    if (again) {
      times++
      expect(seen(again.read)).toEqual(seen(whole))
    }
    // Text that has become too wild is begun anew.
    const isBegun = change % 8 === 7
    texts = isBegun ? [first, second] : changed
    read = isBegun ? await side(texts) : again?.read ?? whole
  }
  expect(times).toBeGreaterThan(25)
})

test('a chapter that nothing is done to stays the very same', async () => {
  const read = await side([first, second])
  const again = reread(read, Buffer.from(first.replace('number 3', 'numbered 3')), { ...where, file: 'one.md', cuts: [] })
  expect(again?.read.manuscript.chapters.map((chapter, index) => chapter === read.manuscript.chapters[index])).toEqual([false, false, false, true])
})

test('sentences cut and joined, one after the other and back', async () => {
  const chance = random(6)
  let [cuts, read, times]: [readonly Cut[], ReadSide, number] = [[], await side([first, second]), 0]
  for (let change = 0; change < 20; change++) {
    const changed = cuts.length > 3 && chance() < 0.5 ? [cuts[Math.floor(chance() * cuts.length)] as Cut] : [cutIn(read, chance)]
    const next = cuts.includes(changed[0] as Cut) ? cuts.filter((cut) => cut !== changed[0]) : [...cuts, ...changed]
    const again = recut(read, changed, { ...where, cuts: next })
    const whole = await side([first, second], next)
    if (again) {
      times++
      expect(seen(again)).toEqual(seen(whole))
    }
    ;[cuts, read] = [next, again ?? whole]
  }
  expect(times).toBeGreaterThan(14)
})

/** A cut at a space of some sentence, or a join of two. */
function cutIn({ manuscript }: ReadSide, chance: () => number): Cut {
  const segments = segmentsOf(manuscript)
  const index = Math.floor(chance() * (segments.length - 1))
  const [text = '', next = ''] = [segments[index]?.text, segments[index + 1]?.text]
  const at = text.indexOf(' ', Math.floor(chance() * text.length))
  return chance() < 0.4 || at < 0 ? { kind: 'join', language: 'en', before: text, after: next } : { kind: 'cut', language: 'en', before: text.slice(0, at).trim(), after: text.slice(at).trim() }
}
