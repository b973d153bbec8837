/** What all pages of a file use together. */

import type { Budget, Budgets } from './budget.ts'
import type { Image, Use } from './facts.ts'
import type { Font } from './fonts.ts'
import type { Dict, PdfObject, Stream } from './objects.ts'
import type { KnownSpaces, Space } from './spaces.ts'

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
  readonly operators: Budget
  readonly things: Budget
  /** Whether there was more than is looked at. */
  isFull = false

  constructor({ operators, things }: Budgets) {
    this.operators = operators
    this.things = things
  }
}
