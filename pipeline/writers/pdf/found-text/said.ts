/** What each glyph of a word says: one character and no more, so that a reader of whatever kind needs only their order. */

import type { Cluster, Glyph, PageFace } from './clusters.ts'

/** A word, or as much of it as runs one way; clusters from left to right. */
export interface Spoken {
  readonly clusters: readonly Cluster[]
  readonly isRightToLeft: boolean
  readonly isAtTurn: boolean
}

/** A glyph to be shown. Lengths are those of its text object. */
export interface Shown {
  readonly font: PageFace
  readonly size: number
  readonly x: number
  readonly y: number
  readonly code: number
}

export interface Said {
  /** From left to right on the base line, each after the other: letters, and marks as empty glyphs before the letter that carries them. */
  readonly text: readonly Shown[]
  /** What is drawn and says nothing: the marks in their places, strokes between letters. */
  readonly drawn: readonly Shown[]
}

/** A sign without ink, of joining, that readers leave out. */
const joiner = '\u200D'

/**
 * Signs without ink and of a letter's direction. Without one between a mark and a stop, one reader (PDFium) takes the mark
 * for part of the stop; without one where the way turns, or behind a stop, another (poppler) takes what follows for part of it.
 */
const [leftToRightMark, rightToLeftMark] = ['\u200E', '\u200F']

const isBody = ({ font, code }: Glyph): boolean => font.face.widthOf(code) > 0

/** A stroke that draws a word out; at the end of a word, as in هـ, it is the manuscript's. */
const isStroke = ({ text }: Cluster): boolean => text.startsWith('\u0640') && /^\u0640+$/.test(text)

/** Every glyph of the word is shown where it stands; each character is said once. Linear. */
export function saidBy({ clusters, isRightToLeft, isAtTurn }: Spoken): Said {
  const first = clusters.findIndex((cluster) => !isStroke(cluster))
  const last = clusters.findLastIndex((cluster) => !isStroke(cluster))
  const text: Shown[] = []
  const drawn: Shown[] = []
  clusters.forEach((cluster, index) => {
    const isInner = index > first && index < last
    if (cluster.text === '' || (isRightToLeft && isInner && isStroke(cluster))) return void drawn.push(...cluster.glyphs.map(silent))
    const said = isRightToLeft ? rightToLeft(cluster, isAfterSign(clusters[index - 1])) : leftToRight(cluster)
    if (isRightToLeft && isNumberSign(cluster.text) && said.text[0]) text.push(carrier(said.text[0], rightToLeftMark))
    text.push(...said.text)
    drawn.push(...said.drawn)
  })
  const [leftmost, rightmost] = [text[0], text.at(-1)]
  if (isAtTurn && !isRightToLeft && leftmost) text.unshift(carrier(leftmost, rightToLeftMark))
  if (isAtTurn && isRightToLeft && rightmost) text.push(carrier(endOf(rightmost), leftToRightMark, stepsInside))
  return joinedUp(isRightToLeft ? levelled({ text, drawn }) : { text, drawn })
}

const endOf = (shown: Shown): Shown => ({ ...shown, x: shown.x + shown.font.face.widthOf(shown.code) * shown.size / 1000 })

/** Signs that also stand in numbers. */
const isNumberSign = (text: string): boolean => text.length === 1 && '،:.,/+%٪#°-'.includes(text)

const isAfterSign = (left: Cluster | undefined): boolean => left !== undefined && !/\p{L}/u.test(left.text)

const show = ({ font, size, x, y }: Glyph, code: number): Shown => ({ font, size, x, y, code })

const silent = (glyph: Glyph): Shown => show(glyph, glyph.font.face.saying(glyph.code, joiner))

const saying = (glyph: Glyph, text: string): Shown => show(glyph, glyph.font.face.saying(glyph.code, text))

/** From one of the glyphs of a letter to the next, as a share of the size: one reader (poppler) sorts what stands at one place as it likes. */
const step = 0.004

/**
 * Steps by which a sign at the end of a word stands inside its last glyph: what follows may be drawn in under that glyph, and would be parted
 * by a sign behind its first letter. Ten thousandths of the size were seen; these are 32.
 */
const stepsInside = 8

/** An empty glyph so many steps before the letter. */
const carrier = (glyph: Glyph, text: string, steps = 0): Shown => ({ ...show(glyph, glyph.font.face.blank(text, 0)), x: glyph.x - steps * step * glyph.size })

function leftToRight({ text, glyphs }: Cluster): Said {
  const [head, ...others] = glyphs
  if (!head) return { text: [], drawn: [] }
  return { text: [saying(head, text)], drawn: others.map(silent) }
}

/** Each with its marks. */
const lettersOf = (text: string): readonly string[] => text.length === 1 ? [text] : text.match(/[^\p{M}]\p{M}*|\p{M}+/gu) ?? []

/** The glyph on the right says the first character; what has no glyph of its own is said by empty ones, and glyphs beyond the text say nothing. */
function rightToLeft({ text, glyphs }: Cluster, isAfterSign: boolean): Said {
  const bodies = glyphs.filter(isBody)
  const letters = lettersOf(text)
  const shown: Shown[] = []
  letters.forEach((letter, index) => {
    const body = bodies.at(-1 - index)
    const place = body ?? bodies[0] ?? glyphs[0]
    if (!place) return
    const [base = '', ...marks] = letter
    let steps = shown.length > 0 && !body ? shown.length : 0
    shown.unshift(body ? saying(body, base) : carrier(place, base, steps))
    for (const mark of marks) shown.unshift(carrier(place, mark, ++steps))
  })
  const [leftmost] = shown
  const isMarked = leftmost !== undefined && /^\p{M}/u.test(leftmost.font.face.textOf(leftmost.code) ?? '')
  if (isMarked && isAfterSign && glyphs[0]) shown.unshift(carrier(leftmost, rightToLeftMark, 1))
  const spoken = new Set(bodies.slice(Math.max(0, bodies.length - letters.length)))
  return { text: shown, drawn: glyphs.filter((glyph) => !spoken.has(glyph)).map(silent) }
}

/**
 * A word is said in one piece, in the face and on the base line of its last letter: what climbs, or comes from another face as stops
 * do, would begin another word to readers. It is drawn where it stands, and said by an empty glyph.
 */
function levelled({ text, drawn }: Said): Said {
  const bodies = text.filter(({ font, code }) => font.face.widthOf(code) > 0)
  const base = bodies.find(({ font, code }) => /\p{L}/u.test(font.face.textOf(code) ?? '')) ?? bodies[0]
  if (!base || text.every((one) => isLevel(one, base))) return { text, drawn }
  const { font, size, y } = base
  const apart: Shown[] = []
  const level = text.map((one) => {
    if (isLevel(one, base)) return one
    const { face } = one.font
    const width = face.widthOf(one.code) * one.size / size
    if (width > 0) apart.push(silent(one))
    return { font, size, y, x: one.x, code: font.face.blank(face.textOf(one.code) ?? '', width) }
  })
  return { text: level, drawn: [...drawn, ...apart] }
}

const isLevel = (one: Shown, base: Shown): boolean => one.font === base.font && one.size === base.size && one.y === base.y

/** Thousandths of the size; what is further from the end of the glyph before it, either way, readers may take for another word. */
const leastGap = 60

/** A letter that is wider or narrower than the way to the next is drawn without saying anything, and said by an empty glyph as wide as that way. */
function joinedUp({ text, drawn }: Said): Said {
  const apart: Shown[] = []
  const joined = text.map((one, index) => {
    const next = text[index + 1]
    const { face } = one.font
    const width = face.widthOf(one.code)
    if (!next || width === 0 || next.y !== one.y || next.size !== one.size) return one
    const way = Math.round((next.x - one.x) * 1000 / one.size)
    if (way <= 0 || Math.abs(way - width) <= leastGap) return one
    apart.push(silent(one))
    return { ...one, code: face.blank(face.textOf(one.code) ?? '', way) }
  })
  return { text: joined, drawn: [...drawn, ...apart] }
}
