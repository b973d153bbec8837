/** Characters that neither face can draw: a substitute from the machine would print in their place. */

import type { Nodes } from 'hast'
import type { Edition } from '../../model/edition.ts'
import type { Language } from '../../model/language.ts'
import type { Message } from '../../model/message.ts'

/** White space, controls, marks of direction and joining, variation selectors: nothing of them is drawn. */
const invisible = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u

/**
 * One warning for each such character, at its first occurrence; `segment` in its values is the segment's id,
 * empty outside the text. `drawable` holds the code points of both faces.
 */
export function missingGlyphs({ sections, language }: Edition, drawable: ReadonlySet<number>): Message[] {
  const seen = new Set<string>()
  const messages: Message[] = []
  const look = (text: string, segment: string, lang: Language): void => {
    for (const character of text.normalize('NFC')) {
      if (seen.has(character)) continue
      seen.add(character)
      if (!isDrawable(character, drawable)) messages.push(messageFor(character, segment, lang))
    }
  }
  const walk = (node: Nodes, segment: string, lang: Language): void => {
    if (node.type === 'text') return look(node.value, segment, lang)
    if (!('children' in node)) return
    const { id, className, lang: own } = node.type === 'element' ? node.properties : {}
    const isSegment = Array.isArray(className) && className.includes('segment')
    for (const child of node.children) walk(child, isSegment ? String(id) : segment, own === 'en' || own === 'ar' ? own : lang)
  }
  for (const { tree } of sections) walk(tree, '', language)
  return messages
}

/** The browser draws a letter and its mark as one glyph where there is one, and from its parts where there is none. */
function isDrawable(character: string, drawable: ReadonlySet<number>): boolean {
  const holds = (text: string) => [...text].every((one) => drawable.has(one.codePointAt(0) ?? 0))
  return invisible.test(character) || holds(character) || holds(character.normalize('NFD'))
}

const messageFor = (character: string, segment: string, language: Language): Message => ({
  rule: 'print/glyph-missing', severity: 'warning', language,
  values: { character, code: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`, segment },
})
