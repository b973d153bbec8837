/** Digits of Arabic text in the one family that the book prints. */

import type { Element, Root } from 'hast'
import type { Span } from '../model/alignment.ts'
import type { Digits } from '../model/book.ts'
import { westernRuns } from './foreign.ts'
import { inlineText, replaceText } from './inline.ts'

/** Numbers that are no part of a Latin word, a code or an address. */
const number = /(?<![\p{Script=Latin}\p{Nd}@/_.:#=]|\p{Script=Latin}-)[0-9]+(?:[.,][0-9]+)*%?(?![\p{Script=Latin}\p{Nd}@/_=]|[-.:][\p{Script=Latin}])/gu
const easternNumber = /[٠-٩]+(?:[٫٬][٠-٩]+)*٪?/g

/** Writes every such number of the tree's text in `digits`, separators and percent sign with it. Changes `tree`. */
export function setNumerals<Tree extends Root | Element>(tree: Tree, digits: Digits): Tree {
  const isApart = ({ tagName }: Element) => ['code', 'pre', 'bdi'].includes(tagName)
  replaceText(tree, inDigits(inlineText(tree, isApart), digits), isApart)
  return tree
}

/** Arabic text with its numbers in one family, as long as it was. */
export const inDigits = (text: string, digits: Digits): string => (digits === 'arab' ? eastern(text) : western(text))

function eastern(text: string): string {
  const runs = westernRuns(text)
  return text.replaceAll(number, (written, at: number) => (isCited(text, at, runs) ? written : written
    .replaceAll(/,(?=[0-9]{3}(?![0-9]))/g, '٬')
    .replace(/\.(?=[0-9]+%?$)/, '٫')
    .replace('%', '٪')
    .replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x630))))
}

/** Whether a number stands behind a word of the Latin run that holds it, as the volume and page of a citation do. */
const isCited = (text: string, at: number, runs: readonly Span[]): boolean =>
  runs.some(({ from, to }) => from < at && at < to && /\p{L}/u.test(text.slice(from, at)))

function western(text: string): string {
  return text.replaceAll(easternNumber, (written) => written
    .replaceAll('٬', ',')
    .replace('٫', '.')
    .replace('٪', '%')
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)))
}
