/** The cover as a document: one page, each area at its place. */

import type { ElementContent, Root } from 'hast'
import { h } from 'hastscript'
import type { Imprint } from '../../model/edition.ts'
import { counterpartOf, directionOf, type Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import type { Barcode } from './barcode.ts'
import { blurbOf, type Blurb } from './blurb.ts'
import { drawingOf } from './drawing.ts'
import type { Area, CoverMeasures } from './measure.ts'

export interface CoverText {
  readonly imprint: Imprint
  /** Leads: its title is the larger one. */
  readonly language: Language
  readonly barcode: Barcode | undefined
  readonly blurb: Blurb
  /** Points. */
  readonly blurbSize: number
  /** Whether the file `picture` fills the front. */
  readonly isPictured: boolean
  /** Of the whole cover, as CSS writes it; words are white on it. */
  readonly colour: string
}

const marks = (language: Language) => ({ lang: language, dir: directionOf(language) })

const placed = ({ left, top, width, height }: Area, turn = '') =>
  `left:${mm(left)};top:${mm(top)};width:${mm(width)};height:${mm(height)};${turn}`

/** Millimetres that the page is printed larger on each side, for the browser rounds sizes; what is beyond the bleed goes. */
const over = 0.3

const mm = (value: number): string => `${value.toFixed(3)}mm`

/** One page as large as the sheet, in millimetres; `faces` are the styles of the fonts. */
export function coverDocument(measures: CoverMeasures, text: CoverText, faces: string): Root {
  const { width, height, front, back, picture, spineWords } = measures
  const { imprint, language, colour, isPictured } = text
  const areas = [
    ...(isPictured ? [h('img', { className: ['picture'], src: pictureName, alt: '', style: placed(beyond(picture, measures)) })] : []),
    h('section', { className: isPictured ? ['front', 'pictured'] : ['front'], style: placed(front) }, frontOf(text)),
    h('section', { className: ['back'], style: placed(back) }, backOf(text)),
    ...(spineWords ? [h('section', { className: ['spine'], style: placed(...turned(spineWords, measures)), ...marks(language) }, spineOf(text, spineWords.width))] : []),
  ]
  const style = `@page{size:${mm(width + 2 * over)} ${mm(height + 2 * over)};margin:0}${sheet}html{background:${colour}}.pictured .plate{background:${colour}}body{top:${mm(over)};left:${mm(over)};width:${mm(width)};height:${mm(height)}}`
  const head = h('head', h('meta', { charset: 'utf-8' }), h('title', imprint.title[language]), h('style', faces + style))
  return { type: 'root', children: [{ type: 'doctype' }, h('html', marks(language), head, h('body', areas))] }
}

/** By which the document asks for the picture of the front. */
export const pictureName = 'picture'

/** The picture reaches over the bleed, as the colour does. */
const beyond = ({ left, top, width, height }: Area, { binding }: CoverMeasures): Area =>
  ({ left: binding === 'right' ? left - over : left, top: top - over, width: width + over, height: height + 2 * over })

const sheet = `*{box-sizing:border-box}html,body{margin:0;padding:0}
body{position:absolute;overflow:hidden;color:#fff;font:12pt/1.4 "EB Garamond";-webkit-print-color-adjust:exact}
:lang(en){font-family:"EB Garamond";line-height:1.4}
:lang(ar){font-family:"Amiri";line-height:1.7}
section{position:absolute;display:flex;flex-direction:column;overflow:hidden}
p{margin:0}
.front,.back{text-align:center;align-items:center}
.picture{position:absolute;object-fit:cover}
.plate{display:flex;flex-direction:column;align-items:center;align-self:stretch;flex-grow:1;border:.35mm solid #fff;padding:9mm 6mm}
.pictured{justify-content:flex-end}
.pictured .plate{flex-grow:0;gap:7mm;padding:7mm 6mm}
.titles{margin-block:auto;display:flex;flex-direction:column;gap:4mm}
.lead{font-size:30pt;line-height:1.2}.lead:lang(ar){font-size:34pt;line-height:1.5}
.other{font-size:19pt;line-height:1.25}.other:lang(ar){font-size:22pt;line-height:1.5}
.subtitle{font-size:12.5pt;font-style:italic}.subtitle:lang(ar){font-size:14pt;font-style:normal}
.creators{display:flex;flex-direction:column;gap:1mm;font-size:13pt}
.creators :lang(ar){font-size:15pt}
.back{justify-content:space-between;padding:9mm 6mm 0}
.blurb{align-self:stretch;text-align:start}
.blurb>*{font-size:var(--size)}.blurb>:lang(ar){font-size:calc(1.1*var(--size))}
.blurb>*+*{margin-top:1em}.blurb>*+.author{margin-top:.5em}.blurb p+p{text-indent:1em}
.barcode{background:#fff;padding:2mm;align-self:flex-end;line-height:0;flex-shrink:0;margin-top:4mm}
.barcode svg{display:block}
.spine{flex-direction:row;align-items:center;justify-content:space-between;white-space:nowrap}`

function frontOf({ imprint, language }: CoverText): ElementContent[] {
  const other = counterpartOf(language)
  const line = (side: Language, name: string, text: string | undefined) => (text ? [h('p', { className: [name], ...marks(side) }, text)] : [])
  return [h('div', { className: ['plate'] }, [
    h('div', { className: ['creators'] }, imprint.creators.slice(0, 2).flatMap(({ role, name }) => {
      const said = (side: Language) => wordsIn(side)(`book:by.${role}`, { name: name[side] })
      return [...line(language, 'creator', said(language)), ...(name[other] === name[language] ? [] : line(other, 'creator', said(other)))]
    })),
    h('div', { className: ['titles'] }, [
      ...line(language, 'lead', imprint.title[language]), ...line(language, 'subtitle', imprint.subtitle[language]),
      ...(imprint.title[other] === imprint.title[language] ? [] : line(other, 'other', imprint.title[other])), ...line(other, 'subtitle', imprint.subtitle[other]),
    ]),
    ...line(language, 'publisher', imprint.publisher[language]),
  ])]
}

/** Where nothing is said of the book its titles stand. */
function backOf({ imprint, language, barcode, blurb, blurbSize }: CoverText): ElementContent[] {
  const other = counterpartOf(language)
  const said = blurbOf(blurb, language, blurbSize)
  const titles = [other, language].map((side) => h('p', { className: ['other'], ...marks(side) }, imprint.title[side]))
  const code = barcode ? [h('div', { className: ['barcode'], dir: 'ltr' }, drawingOf(barcode.svg, barcode.width, barcode.height))] : []
  return [...(said.length > 0 ? said : [h('div', { className: ['titles'] }, titles)]), ...code]
}

/** One line; its letters fill at most so much of the spine's width. */
const spineShare = 0.62
const largestSpine = 15

function spineOf({ imprint, language }: CoverText, width: number): ElementContent[] {
  const points = Math.min(largestSpine, spineShare * width * 72 / 25.4)
  const other = counterpartOf(language)
  const size = (side: Language) => `font-size:${(points * (side === 'ar' ? 1.1 : 1)).toFixed(2)}pt;line-height:1`
  const one = (side: Language, text: string) => h('span', { style: size(side), ...marks(side) }, text)
  const [creator] = imprint.creators
  return [
    one(language, imprint.title[language]),
    ...(imprint.title[other] === imprint.title[language] ? [] : [one(other, imprint.title[other])]),
    ...(creator ? [one(language, creator.name[language])] : []),
  ]
}

/**
 * The area of the spine, laid flat and turned: a line on a spine is upright when the book lies with its front up. Bound on
 * the left its head is at the reader's left, so letters turn clockwise; bound on the right it is at the reader's right, and
 * they turn the other way. In both, the leading language begins at the head.
 */
function turned({ left, top, width, height }: Area, { binding }: CoverMeasures): [Area, string] {
  const [x, y] = [left + width / 2, top + height / 2]
  // Turned round its middle, so that it lies on the page before it is turned as well: the browser would make another page for it.
  return [{ left: x - height / 2, top: y - width / 2, width: height, height: width }, `transform:rotate(${binding === 'left' ? 90 : -90}deg)`]
}
