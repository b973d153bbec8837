/** Calls of notes that no note answers: to the syntax they are words like any other, and they would be printed as they stand. */

import type { Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Language } from '../model/language.ts'
import type { Message } from '../model/message.ts'
import { pointAt } from './offsets.ts'

/** `tree` as parsed from `source`; a bracket behind a backslash calls nothing. */
export function callsOfNothing(tree: Root, source: string, file: string, language: Language): Message[] {
  const messages: Message[] = []
  visit(tree, 'text', ({ position }: Text) => {
    const start = position?.start
    if (start?.offset === undefined) return
    for (const { 1: label = '', index } of source.slice(start.offset, position?.end.offset).matchAll(call)) {
      const { line, column } = pointAt(source, start, start.offset + index)
      messages.push({ rule: 'reading/note-unknown', severity: 'warning', language, place: { file, line, column }, values: { label } })
    }
  })
  return messages
}

const call = /(?<!\\)\[\^([^\s[\]]+)\]/g
