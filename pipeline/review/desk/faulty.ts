/** A book that was open and has become one that cannot be read. */

import type { Language } from '../../model/language.ts'
import { SurroundingsError, type Message } from '../../model/message.ts'
import { wordingOf, wordsIn } from '../../model/words.ts'

/** The fault is worded in the language of whoever is told of it. */
export class FaultyBook extends SurroundingsError {
  readonly fault: Message

  constructor(fault: Message) {
    super('desk/faulty')
    this.fault = fault
  }

  valuesIn(language: Language): Readonly<Record<string, string>> {
    const { place } = this.fault
    // A path is written from left to right whatever stands around it.
    return { where: place ? `\u2066${place.file}:${place.line}\u2069: ` : '', fault: wordingOf(this.fault, wordsIn(language)).what }
  }
}
