/** What the product says about a book: a rule, a place and values; the words live in `locales`. */

import type { Language } from './language.ts'

/** `line` and `column` count from 1, as editors show them; `file` is relative to the book's root. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** An `error` stops the build, a `warning` asks for a look, a `note` only tells. */
export type Severity = 'error' | 'warning' | 'note'

export interface Message {
  /** Key into `locales/<language>/messages.json`, such as `image-missing`. */
  readonly rule: string
  readonly severity: Severity
  readonly language?: Language
  readonly place?: Place
  /** The place on the other side, where both are concerned. */
  readonly counterpart?: Place
  /** What the wording is filled with; `count` chooses the plural form. */
  readonly values?: Readonly<Record<string, string | number>>
}

export const hasErrors = (messages: readonly Message[]): boolean =>
  messages.some((message) => message.severity === 'error')

/**
 * A fault of the surroundings: no browser, a missing font, a full disk.
 * Thrown with its cause, caught once at the command line, which says what to do (exit code 2).
 * `rule` and `values` are worded as a message's are.
 */
export class SurroundingsError extends Error {
  readonly rule: string
  readonly values: Readonly<Record<string, string | number>>

  constructor(rule: string, values: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(rule, { cause })
    this.name = 'SurroundingsError'
    this.rule = rule
    this.values = values
  }
}
