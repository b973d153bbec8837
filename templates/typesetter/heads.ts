/** Running heads that are wider than was reckoned: they end before words, not inside one. */

import { lettersIn, shortened } from '../../pipeline/typography/shortened.ts'

/** Takes words from each head that its line cuts off, until it has room. Reads what is laid out; no other line moves. */
export function fitHeads(): void {
  const wide = [...document.querySelectorAll<HTMLElement>('.head > *')].filter(isCutOff)
  for (const head of wide) while (isCutOff(head) && dropsWord(head));
}

const isCutOff = ({ scrollWidth, clientWidth }: HTMLElement): boolean => scrollWidth > clientWidth

/** False where there is but one. */
function dropsWord(head: HTMLElement): boolean {
  const text = (head.textContent ?? '').replace(/ …$/, '')
  const kept = shortened(text, lettersIn(text) - 1).replace(/ …$/, '')
  if (kept === text) return false
  cutAfter(kept.length, head)
  head.append(' …')
  return true
}

/** Deletes what stands behind so many characters. */
function cutAfter(count: number, head: HTMLElement): void {
  const texts = document.createTreeWalker(head, NodeFilter.SHOW_TEXT)
  const rest = document.createRange()
  rest.selectNodeContents(head)
  let left = count
  for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
    if (left <= node.length) {
      rest.setStart(node, left)
      break
    }
    left -= node.length
  }
  rest.deleteContents()
}
