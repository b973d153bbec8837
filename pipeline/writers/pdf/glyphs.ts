/** Characters that no face can draw: their codes are printed in their place, for a substitute from the machine would be a box or another book's letter. */

import type { Element, ElementContent, Nodes, Root } from 'hast'
import { h } from 'hastscript'
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

/** A letter with its marks. */
const cluster = /\P{M}\p{M}*|\p{M}+/gu

/**
 * Wraps each letter that cannot be drawn, with its marks, in `<span class="spelled" data-code="U+1F600">`, of which the style sheet prints the code alone:
 * the text keeps its characters, inside, in no size. Changes `tree`. Linear.
 */
export function spellOut(tree: Root | Element, drawable: ReadonlySet<number>): void {
  const children: ElementContent[] = []
  for (const child of tree.children) {
    if (child.type === 'text') children.push(...spelledPieces(child.value, drawable))
    else if (child.type === 'element') {
      if (child.tagName !== 'svg') spellOut(child, drawable)
      children.push(child)
    }
  }
  tree.children = children
}

function spelledPieces(text: string, drawable: ReadonlySet<number>): ElementContent[] {
  if (!beyond(drawable).test(text)) return [{ type: 'text', value: text }]
  const pieces: ElementContent[] = []
  let plain = ''
  const end = (): void => {
    if (plain !== '') pieces.push({ type: 'text', value: plain })
    plain = ''
  }
  for (const [letter] of text.matchAll(cluster)) {
    if ([...letter.normalize('NFC')].every((character) => isDrawable(character, drawable))) plain += letter
    else {
      end()
      pieces.push(h('span', { className: ['spelled'], dataCode: [...letter].map(codeOf).join(' ') }, h('span', { className: ['unseen'] }, letter)))
    }
  }
  end()
  return pieces
}

const expressions = new WeakMap<ReadonlySet<number>, RegExp>()

/** Finds what may not be drawable: what is neither in the set nor white space or a control. Letter by letter a book would take ten times as long. */
function beyond(drawable: ReadonlySet<number>): RegExp {
  const known = expressions.get(drawable)
  if (known) return known
  const codes = [...drawable].map((code) => `\\u{${code.toString(16)}}`).join('')
  const made = new RegExp(`[^\\s\\p{Cc}\\p{Cf}${codes}]`, 'u')
  expressions.set(drawable, made)
  return made
}

/** The browser draws a letter and its mark as one glyph where there is one, and from its parts where there is none. */
function isDrawable(character: string, drawable: ReadonlySet<number>): boolean {
  const holds = (text: string) => [...text].every((one) => drawable.has(one.codePointAt(0) ?? 0))
  return invisible.test(character) || holds(character) || holds(character.normalize('NFD'))
}

const codeOf = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const messageFor = (character: string, segment: string, language: Language): Message => ({
  rule: 'print/glyph-missing', severity: 'warning', language,
  values: { character, code: codeOf(character), segment },
})
