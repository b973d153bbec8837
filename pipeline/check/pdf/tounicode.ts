/** Tables from the codes of a font to their text (`ToUnicode`). */

import type { PdfFile } from './file.ts'
import { Lexer, SyntaxFault } from './lexer.ts'
import { Keyword, PdfString, utf16, type PdfObject } from './objects.ts'

/** Runs longer than all codes of two bytes, and texts longer than any ligature, are made to harm. */
const longest = 65_536
const longestText = 256

/** What a broken table says up to its break. */
export function meaningsOf(bytes: Uint8Array, file: PdfFile): Map<number, string> {
  const meanings = new Map<number, string>()
  const lexer = new Lexer(bytes, 0, false)
  let operands: PdfObject[] = []
  try {
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (!(token instanceof Keyword)) {
        operands.push(token)
        continue
      }
      if (token.value === 'endbfchar') for (let at = 0; at + 1 < operands.length; at += 2) setOne(meanings, operands[at], operands[at + 1])
      if (token.value === 'endbfrange') for (let at = 0; at + 2 < operands.length; at += 3) setRun(meanings, operands[at], operands[at + 1], operands[at + 2], file)
      operands = []
    }
  } catch (error) {
    // What was read so far holds.
    if (!(error instanceof SyntaxFault)) throw error
  }
  return meanings
}

function setOne(meanings: Map<number, string>, code: PdfObject | undefined, meaning: PdfObject | undefined): void {
  if (code instanceof PdfString && meaning instanceof PdfString) meanings.set(codeOf(code), textOf(meaning))
}

function setRun(meanings: Map<number, string>, first: PdfObject | undefined, last: PdfObject | undefined, meaning: PdfObject | undefined, file: PdfFile): void {
  if (!(first instanceof PdfString) || !(last instanceof PdfString)) return
  const start = codeOf(first)
  const count = Math.min(codeOf(last) - start + 1, longest)
  if (!file.walks(Math.max(0, count))) return
  const text = meaning instanceof PdfString ? textOf(meaning) : undefined
  for (let at = 0; at < count; at++) {
    if (Array.isArray(meaning)) setOne(meanings, first.value.length === 1 ? byte(start + at) : pair(start + at), meaning[at] as PdfObject)
    else if (text !== undefined) meanings.set(start + at, following(text, at))
  }
}

const textOf = ({ value }: PdfString): string => utf16(value.slice(0, longestText).padStart(2, '\0'))

const byte = (code: number): PdfString => new PdfString(String.fromCharCode(code), true)
const pair = (code: number): PdfString => new PdfString(String.fromCharCode(code >> 8, code & 255), true)

const codeOf = ({ value }: PdfString): number => [...value.slice(0, 4)].reduce((code, character) => code * 256 + character.charCodeAt(0), 0)

const following = (text: string, by: number): string => text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by)
