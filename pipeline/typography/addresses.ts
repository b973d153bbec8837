/** Where addresses of the web may break at the end of a line: never behind a hyphen, which would be taken for the typesetter's. */

import type { Element, ElementContent, Root } from 'hast'
import { h } from 'hastscript'

const address = /(?:https?:\/\/|www\.)\S{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu

/** Behind the slashes of the protocol, before other slashes and marks, on both sides of what parts names and values. Our own choice. */
const place = /(?<=:\/\/)|(?<![:/])(?=[/.?#%_&=@])|(?<=[=&])/gu

/** Letters of a piece that surely fits a line; in a longer one a line may end before a hyphen too, and a still longer one breaks where it must. */
const longestPiece = 28

const arabic = /\p{Script=Arabic}/u

const leftAlone = new Set(['code', 'pre', 'svg'])

/** Marks these places with `wbr` and keeps what is between them together; text and order stay as they are. Changes `tree`. */
export function breakAddresses(tree: Root | Element): void {
  const children: ElementContent[] = []
  for (const child of tree.children) {
    if (child.type === 'text') children.push(...parted(child.value))
    else if (child.type === 'element') {
      if (!leftAlone.has(child.tagName)) breakAddresses(child)
      children.push(child)
    } else if (child.type === 'comment') children.push(child)
  }
  tree.children = children
}

function parted(text: string): ElementContent[] {
  const parts: ElementContent[] = []
  let done = 0
  for (const { 0: found, index } of text.matchAll(address)) {
    if (index > done) parts.push({ type: 'text', value: text.slice(done, index) })
    parts.push(...piecesOf(found).flatMap((piece, at) => (at > 0 ? [h('wbr'), kept(piece)] : [kept(piece)])))
    done = index + found.length
  }
  return done < text.length || parts.length === 0 ? [...parts, { type: 'text', value: text.slice(done) }] : parts
}

/** A short address of mail is one piece. */
const piecesOf = (text: string): string[] => (text.includes('@') && text.length <= longestPiece ? [text] : text.split(place))
  .flatMap((piece) => (piece.length > longestPiece && !arabic.test(piece) ? piece.split(/(?<=.)(?=-)/u) : [piece]))

/** Names in Arabic stand in the order of the address too, so each is isolated, without the mark before it. */
function kept(piece: string): ElementContent {
  const isArabic = arabic.test(piece)
  const isShort = piece.length <= longestPiece
  if (!isArabic) return isShort && /[-/?@]/.test(piece) ? h('span', { className: ['together'] }, piece) : { type: 'text', value: piece }
  const [mark = ''] = /^[^\p{L}\p{Nd}]*/u.exec(piece) ?? []
  return h('span', isShort ? { className: ['together'] } : {}, [mark, h('bdi', { dir: 'rtl' }, piece.slice(mark.length))])
}
