/** A unit as a file of another program has it. */

import { languages, type Bilingual, type Language } from '../../model/language.ts'
import type { Message, Place } from '../../model/message.ts'
import type { Run } from '../run.ts'

export interface ReadUnit extends Partial<Bilingual<readonly Run[]>> {
  /** As written; undefined where it has none. */
  readonly id: string | undefined
  /** In the file that it was read from. */
  readonly place: Place
  /** Whether somebody has said there that it is right. */
  readonly isApproved: boolean
  /** Whether it holds a piece of what was one sentence of the book. */
  readonly isPiece?: true
}

export interface ReadFile {
  readonly units: readonly ReadUnit[]
  readonly messages: readonly Message[]
}

/** `en-US` and `AR` are ours too; undefined for any other language. */
export function languageNamed(tag: string | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split(/[-_]/)[0]
  return languages.find((language) => language === primary) ?? (primary === 'eng' ? 'en' : primary === 'ara' ? 'ar' : undefined)
}
