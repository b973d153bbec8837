/** Digits of Arabic text in the one family that the book prints. */

import type { Element, Root } from 'hast'
import type { Digits } from '../model/book.ts'

/** Numbers that are no part of a Latin word, a code or an address. */
const number = /(?<![\p{Script=Latin}\p{Nd}@/_.:#=]|\p{Script=Latin}-)[0-9]+(?:[.,][0-9]+)*%?(?![\p{Script=Latin}\p{Nd}@/_=]|[-.:][\p{Script=Latin}])/gu
const easternNumber = /[٠-٩]+(?:[٫٬][٠-٩]+)*٪?/g

/** Writes every such number of the tree's text in `digits`, separators and percent sign with it. Changes `tree`. */
export function setNumerals<Tree extends Root | Element>(tree: Tree, digits: Digits): Tree {
  for (const child of tree.children) {
    if (child.type === 'text') child.value = inDigits(child.value, digits)
    else if (child.type === 'element' && !['code', 'pre', 'bdi'].includes(child.tagName)) setNumerals(child, digits)
  }
  return tree
}

/** Arabic text with its numbers in one family. */
export const inDigits = (text: string, digits: Digits): string => (digits === 'arab' ? eastern(text) : western(text))

function eastern(text: string): string {
  return text.replaceAll(number, (written) => written
    .replaceAll(/,(?=[0-9]{3}(?![0-9]))/g, '٬')
    .replace(/\.(?=[0-9]+%?$)/, '٫')
    .replace('%', '٪')
    .replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x630)))
}

function western(text: string): string {
  return text.replaceAll(easternNumber, (written) => written
    .replaceAll('٬', ',')
    .replace('٫', '.')
    .replace('٪', '%')
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)))
}
