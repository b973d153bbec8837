/** What all pages of a file use together. */

import { Budget } from './budget.ts'
import type { Image, Use } from './facts.ts'
import type { Font } from './fonts.ts'
import type { Dict, PdfObject, Stream } from './objects.ts'
import type { KnownSpaces, Space } from './spaces.ts'

/** Operators run in all pages together; beyond them content was made to harm. Our own choice: a dense page has some 8,000. */
const mostOperators = 40_000_000

/** Things painted on all pages together, each of which is kept. Our own choice: 600 facing pages have some 80,000, a map a hundred thousand. */
const mostThings = 1_000_000

/** What pages use, each resource once, by its object. */
export class Ledger {
  readonly fonts = new Map<PdfObject, Font>()
  readonly fontUses = new Map<Font, Use<Font>>()
  readonly images = new Map<PdfObject, Image>()
  readonly imageUses = new Map<Image, Use<Image>>()
  readonly forms = new Map<Stream, Use<Stream>>()
  readonly states = new Map<Dict, Use<Dict>>()
  readonly spaces: KnownSpaces = new Map()
  readonly spaceUses = new Map<Space, Use<Space>>()
  readonly strange = new Map<string, Use<string>>()
  readonly intents = new Map<string, Use<string>>()
  readonly unbalanced: Use<number>[] = []
  readonly postScript = new Map<Stream, Use<Stream>>()
  readonly operators = new Budget(mostOperators)
  readonly things = new Budget(mostThings)
  /** Whether there was more than is looked at. */
  isFull = false
}
