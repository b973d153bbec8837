/** Draws Arabic words out in justified lines whose spaces are wide. Every line keeps its words. */

import { chosenJoins, joinsOf, tatweel, type PlacedJoin } from '../../pipeline/typography/kashida.ts'

/** A line is drawn out once its spaces are wider than so many natural ones, and then by this share of what they have too much; our own choices. */
const widest = 1.4
const share = 0.7

/** Strokes to a line. */
const most = 3

/** Places in neighbouring lines are further apart than this, in sizes of the text. */
const apart = 1.5

interface Word {
  readonly node: Text
  readonly from: number
  readonly text: string
  readonly rect: DOMRect
  /** Arabic words of the running text; others only count for the spaces between. */
  readonly isOwn: boolean
}

/** Yields the number of strokes. Linear in the text, which must stand in its pages. */
export function drawOut(): number {
  const blocks = [...document.querySelectorAll<HTMLElement>('.page :is(p, li)[lang="ar"]')].filter(isRunning)
  return blocks.reduce((sum, block) => sum + drawOutBlock(block), 0)
}

/** Verse is aligned otherwise, and the Qur'an is not touched. */
const isRunning = (block: HTMLElement): boolean =>
  !block.matches('.vocalised, .vocalised *, .verse *, table *') && !block.querySelector('p, ul, ol') &&
  !/[﴿﴾]/.test(block.textContent ?? '') && getComputedStyle(block).textAlign === 'justify'

interface Stroke {
  readonly node: Text
  readonly at: number
  readonly count: number
}

function drawOutBlock(block: HTMLElement): number {
  const words = wordsIn(block)
  const lines = linesOf(words)
  const drawn = block.matches('.parted') ? lines : lines.slice(0, -1)
  if (drawn.length === 0) return 0
  const { space, stroke, size } = widths(block)
  const strokes: Stroke[] = []
  let above: number[] = []
  for (const line of drawn) {
    const gaps = line.slice(1).map(({ rect }, index) => line[index]!.rect.left - rect.right)
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
    const count = gaps.length > 1 && mean > widest * space ? Math.floor(share * gaps.length * (mean - space) / stroke) : 0
    const chosen = chosenJoins(line.flatMap(placedJoins), Math.min(count, most), above, apart * size)
    above = chosen.map(({ x }) => x)
    const length = Math.max(1, Math.min(2, Math.floor(count / Math.max(1, chosen.length))))
    for (const { word, at } of chosen) strokes.push({ node: line[word]!.node, at: line[word]!.from + at, count: length })
  }
  return insert(block, strokes, words) ? strokes.length : 0
}

const range = document.createRange()

function wordsIn(block: Element): Word[] {
  const words: Word[] = []
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const isOwn = node.parentElement?.closest('bdi, code, a.note-reference, .together, [lang]') === node.parentElement?.closest('[lang="ar"]')
    for (const match of node.data.matchAll(/\S+/g)) {
      words.push({ node, from: match.index, text: match[0], rect: rectOf(node, match.index, match.index + match[0].length), isOwn })
    }
  }
  return words
}

function rectOf(node: Text, from: number, to: number): DOMRect {
  range.setStart(node, from)
  range.setEnd(node, to)
  return range.getBoundingClientRect()
}

/** Words of one height, in the order of reading. */
function linesOf(words: readonly Word[]): Word[][] {
  const lines: Word[][] = []
  let bottom = -Infinity
  for (const word of words) {
    const middle = (word.rect.top + word.rect.bottom) / 2
    if (middle > bottom) {
      lines.push([])
      bottom = word.rect.bottom
    }
    lines.at(-1)!.push(word)
  }
  return lines.map((line) => line.sort((one, other) => other.rect.right - one.rect.right))
}

function placedJoins({ node, from, text, isOwn }: Word, word: number): PlacedJoin[] {
  return isOwn ? joinsOf(text).map((join) => ({ ...join, word, x: rectOf(node, from + join.at, from + join.at + 1).right })) : []
}

/** Of the block's own type, where nothing is justified. */
function widths(block: Element): { space: number; stroke: number; size: number } {
  const sample = document.createElement('span')
  sample.style.cssText = 'position:absolute;white-space:pre;text-align:start;visibility:hidden'
  block.append(sample)
  const widthOf = (text: string): number => {
    sample.textContent = text
    return sample.getBoundingClientRect().width
  }
  const space = widthOf('ب ب') - 2 * widthOf('ب')
  const stroke = widthOf(`س${tatweel}د`) - widthOf('سد')
  const size = parseFloat(getComputedStyle(sample).fontSize)
  sample.remove()
  return { space, stroke, size }
}

/** From the end, so that places before stay where they are; taken back if any word is on another line for it. */
function insert(block: Element, strokes: readonly Stroke[], words: readonly Word[]): boolean {
  const before = new Map(strokes.map(({ node }) => [node, node.data]))
  for (const { node, at, count } of [...strokes].sort((one, other) => other.at - one.at)) node.insertData(at, tatweel.repeat(count))
  const after = wordsIn(block)
  const isSame = after.length === words.length && after.every(({ rect }, index) => Math.abs(rect.bottom - words[index]!.rect.bottom) < 1)
  if (!isSame) for (const [node, data] of before) node.data = data
  return isSame
}
