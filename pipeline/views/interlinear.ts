/** Bead under bead: what the leading side says, and directly under it what the other does. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import { visit } from 'unist-util-visit'
import type { Section } from '../model/edition.ts'
import { counterpartOf, type Bilingual, type Language } from '../model/language.ts'
import type { Words } from '../model/words.ts'
import { isOfBreaks, partedAtBreaks } from './breaks.ts'
import { sideElement } from './columns.ts'
import { notesOf } from './notes.ts'
import { sectionOf, type ParallelSection } from './parallel.ts'
import { isContinued, stacksOf, type Stack } from './stacks.ts'

/**
 * Each stack is `div.stack` with a `div.side` for each language that says something there.
 * A side under another has the class `under`. A stack that opens a block of the leading side, or of the other where that says nothing, has the class `opens`;
 * the first of a passage carries the passage's number, counted through the edition from 1.
 */
export function interlinearSections(sections: readonly ParallelSection[], leading: Language, words: Bilingual<Words>): Section[] {
  const order = [leading, counterpartOf(leading)]
  let passages = 0
  return sections.map((section) => {
    const stacks = section.text.flatMap((passage) => {
      passages++
      return stacksOf(passage, words).flatMap(partedAtBreaks).map((stack, index) => stackElement(stack, order, index === 0 ? passages : undefined))
    })
    return sectionOf(section, [...stacks, ...notesOf(section, order, words)])
  })
}

function stackElement(stack: Stack, order: readonly Language[], passage: number | undefined): Element {
  // A break that both sides have is seen once, below them.
  const shown = isOfBreaks(stack) ? order.slice(0, 1) : order
  const sides = shown.filter((language) => stack[language].length > 0)
  const opens = sides[0] !== undefined && !isContinued(stack[sides[0]][0])
  const element = h('div', { className: opens ? ['stack', 'opens'] : ['stack'], dataPassage: passage },
    sides.map((language, index) => sideElement(language, stack[language], index > 0 ? ['under'] : [])))
  markTwins(element)
  return element
}

/** A picture that stands on both sides need be seen but once: the later figure has the class `twin`. Changes `stack`. */
function markTwins(stack: Element): void {
  const seen = new Set<unknown>()
  visit(stack, 'element', (figure) => {
    if (figure.tagName !== 'figure') return
    const sources: unknown[] = []
    visit(figure, 'element', (image) => { if (image.tagName === 'img') sources.push(image.properties['src']) })
    if (sources.length > 0 && sources.every((source) => seen.has(source))) figure.properties['className'] = ['twin']
    for (const source of sources) seen.add(source)
  })
}
