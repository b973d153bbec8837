/** Pictures that one side lacks. */

import { counterpartOf, languages, type Language } from '../../../model/language.ts'
import { wholeOf, type BookReading, type SegmentReading } from '../reading.ts'
import type { BookRule, Seen } from '../rule.ts'
import { eachInSteps, type Steps } from '../steps.ts'

interface Placed {
  readonly name: string
  readonly url: string
  readonly bead: number
  readonly at: SegmentReading
}

/** How many beads further on the counterpart of a picture may stand. */
const near = 3

/** Equal names anywhere are counterparts; so are other pictures that stand near each other, for a map may be drawn for each language. */
export const imageMissing: BookRule = {
  name: 'image-missing', severity: 'error', sees: 'book',
  *check(book) {
    const [en, ar] = [yield* imagesIn(book, 'en'), yield* imagesIn(book, 'ar')]
    if (en.length + ar.length === 0) return []
    const [openEn, openAr] = [without(en, ar), without(ar, en)]
    const [lostAr, lostEn] = [openEn.filter((one) => !takeNear(one, openAr)), openAr]
    return languages.flatMap((language) => (language === 'en' ? lostAr : lostEn).map((one) => seen(one, counterpartOf(language)))).sort((one, other) => one.bead - other.bead)
  },
}

const seen = ({ url, bead, at }: Placed, missing: Language): Seen => ({ bead, marks: [wholeOf(at)], values: { picture: url, context: missing } })

function* imagesIn(book: BookReading, language: Language): Steps<Placed[]> {
  const placed: Placed[] = []
  yield* eachInSteps(book.beads, (_, bead) => {
    for (const at of book.bead(bead)[language]) placed.push(...at.inline.images.map((url) => ({ name: nameOf(url), url, bead, at })))
  })
  return placed
}

/** Without what tells the language: `map.en.png`, `map-ar.png` and `ar/map.png` are one picture. */
const nameOf = (url: string): string => url.toLowerCase().replace(/\.\w+$/, '').replaceAll(/(?<=^|[/._-])(?:en|ar|english|arabic)(?=$|[/._-])/g, '').replaceAll(/[/._-]+/g, '-')

/** Those of `here` that are more often here than there. */
function without(here: readonly Placed[], there: readonly Placed[]): Placed[] {
  const counts = new Map<string, number>()
  for (const { name } of there) counts.set(name, (counts.get(name) ?? 0) + 1)
  return here.filter(({ name }) => {
    const left = counts.get(name) ?? 0
    counts.set(name, left - 1)
    return left <= 0
  })
}

/** Takes the first near one out of `others`. */
function takeNear({ bead }: Placed, others: Placed[]): boolean {
  const index = others.findIndex((other) => Math.abs(other.bead - bead) <= near)
  if (index >= 0) others.splice(index, 1)
  return index >= 0
}
