/** Books by chance: sentences with markup in them, no two alike, and beads of every size. */

import type { PhrasingContent } from 'mdast'
import type { Bead, Span } from '../../pipeline/model/alignment.ts'
import type { Bilingual, Language } from '../../pipeline/model/language.ts'
import type { Block, Manuscript, Segment, SegmentNode } from '../../pipeline/model/manuscript.ts'
import { random } from '../support/random.ts'
import type { Aligned } from './books.ts'

const words = {
  en: 'lamp <b> & "oil" keeper’s stair *not* sea_salt \u200Fwinter [brackets] `tick` 5.30 نور night'.split(' '),
  ar: 'مصباح <ب> & «زيت» الحارسُ سلّم *ليس* ملح_البحر \u200Eشتاء [أقواس] ٥٫٣٠ night ليلـة'.split(' '),
}

type Chance = ReturnType<typeof random>

const upTo = (chance: Chance, most: number): number => Math.floor(chance() * (most + 1))

const some = (chance: Chance, language: Language): string =>
  Array.from({ length: 1 + upTo(chance, 3) }, () => words[language][upTo(chance, words[language].length - 1)]).join(' ')

/** A tree of markup over text, at most three deep. */
function phrase(chance: Chance, language: Language, depth = 0): PhrasingContent[] {
  const text = (): PhrasingContent => ({ type: 'text', value: `${some(chance, language)} ` })
  const inner = () => (depth < 2 ? phrase(chance, language, depth + 1) : [text()])
  return Array.from({ length: 1 + upTo(chance, 2) }, (): PhrasingContent => {
    switch (upTo(chance, 11)) {
      case 0: return { type: 'emphasis', children: inner() }
      case 1: return { type: 'strong', children: inner() }
      case 2: return { type: 'link', url: 'https://x.example/a(b)?c=1&d="2"', title: 'A "title"', children: inner() }
      case 3: return { type: 'inlineCode', value: `lamp --on \`${upTo(chance, 9)}\`` }
      case 4: return { type: 'footnoteReference', identifier: 'oil', label: 'oil' }
      case 5: return { type: 'image', url: 'tower.svg', alt: 'A <tower>' }
      case 6: return { type: 'break' }
      case 7: return { type: 'indexTerm', children: inner(), data: { hName: 'span', hProperties: { id: 'x', className: ['index-term'], dataHeading: 'Lamps', dataSub: 'old "ones"' } } }
      default: return text()
    }
  })
}

const plain = (nodes: readonly PhrasingContent[]): string => nodes.map((node): string =>
  ('children' in node ? plain(node.children) : node.type === 'break' ? '\n' : 'value' in node ? node.value : '')).join('')

/** So many sentences, each begun by its number; a paragraph ends now and then. */
function manuscript(chance: Chance, language: Language, count: number): Manuscript {
  const blocks: Block[] = []
  let paragraph = 0
  for (let index = 0; index < count; index++) {
    const children: PhrasingContent[] = [{ type: 'text', value: `${language}${index} ` }, ...phrase(chance, language)]
    const id = `${language}-${index + 1}`
    const place = { file: `${language}.md`, line: index + 1, column: 1 }
    if (chance() < 0.4) paragraph++
    const segment: Segment = { id, kind: 'paragraph', text: plain(children).trim(), place, paragraph, links: [] }
    const node: SegmentNode = { type: 'segment', children, data: { hName: 'span', hProperties: { id, className: ['segment'] } } }
    blocks.push({ node: { type: 'paragraph', children: [node] }, segments: [segment], place })
  }
  return { language, metadata: { title: undefined, authors: [], date: undefined }, removed: [], chapters: [{ id: `${language}-chapter-1`, role: 'chapter', part: 0, title: 'A & B', blocks, notes: [] }] }
}

/** Beads that cover both sides: 1:1, 1:2, 2:1, 0:1, 1:0, n:m. */
export function chanceBeads(chance: Chance, sizes: Bilingual<number>): Bead[] {
  const beads: Bead[] = []
  let [en, ar] = [0, 0]
  while (en < sizes.en || ar < sizes.ar) {
    const take = (at: number, size: number): Span => ({ from: at, to: Math.min(size, at + [1, 1, 1, 2, 0, 3][upTo(chance, 5)]!) })
    const bead = { en: take(en, sizes.en), ar: take(ar, sizes.ar), score: Math.round(chance() * 1e4) / 1e4 }
    if (bead.en.to === bead.en.from && bead.ar.to === bead.ar.from) continue
    beads.push(bead)
    ;[en, ar] = [bead.en.to, bead.ar.to]
  }
  return beads
}

export function chanceBook(seed: number): Aligned {
  const chance = random(seed)
  const sizes = { en: 12 + upTo(chance, 8), ar: 12 + upTo(chance, 8) }
  const manuscripts = { en: manuscript(chance, 'en', sizes.en), ar: manuscript(chance, 'ar', sizes.ar) }
  return { manuscripts, alignment: { beads: chanceBeads(chance, sizes) } }
}
