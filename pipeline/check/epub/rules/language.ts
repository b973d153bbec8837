/** Language: said twice alike, on every document, and true of the text; digits of one family. */

import type { Found } from '../open.ts'
import { directionIn, hasArabic, hasLatin, isWithin, textOf, type Book, type Finding, type Rule } from '../rule.ts'

const everywhere = ({ documents }: Book, is: (found: Found) => boolean, valueOf: (found: Found) => string): Finding[] =>
  documents.flatMap(({ file, elements }) => elements.filter(is).map((found) => ({ file, at: found.element, value: valueOf(found) })))

const inTexts = ({ documents }: Book, is: (text: string, within: Found) => boolean): Finding[] =>
  documents.flatMap(({ file, texts }) => texts.filter(({ text, within }) => is(text, within)).map(({ text, within }) => ({ file, at: within.element, value: text.trim().slice(0, 60) })))

const isSetApart = (found: Found): boolean => isWithin(found, ({ name }) => ['bdi', 'code', 'pre', 'math', 'svg', 'head', 'style', 'script'].includes(name))

/** As BCP 47 writes them: `en`, `ar-EG`, `zh-Hant`. */
const tag = /^[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{5,8})*(?:-u(?:-[A-Za-z0-9]{2,8})+)?(?:-x(?:-[A-Za-z0-9]{1,8})+)?$/

const tags = new Map<string, boolean>()

/** Readers know Arabic as `ar`, and not as `ara`: a language that has a code of two letters is named by it. */
function isTag(written: string): boolean {
  const known = tags.get(written) ?? (tag.test(written) && languageOf(written) === written.split('-')[0])
  tags.set(written, known)
  return known
}

/** The language as it is usually named; undefined for a tag that says something twice. */
function languageOf(written: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(written)[0]?.split('-')[0]
  } catch {
    return undefined
  }
}

/** Words of Latin letters in a row that are no name, so that a text in Arabic cannot mean them as its own. */
const latinSentence = /(?:\p{Script=Latin}+[\s,;:’']+){5,}\p{Script=Latin}+/u

/** Numbers that belong to no address, label or Latin word. */
const western = /(?<![\p{Script=Latin}\d@/_.:#=+-])\d+(?![\p{Script=Latin}\d@/_=])/u
const eastern = /[٠-٩]/

function wrongDigits(book: Book): Finding[] {
  const isArabic = (within: Found) => directionIn(within.lang) === 'rtl' && !isSetApart(within)
  const all = book.documents.flatMap(({ texts }) => texts.filter(({ within }) => isArabic(within)).map(({ text }) => text))
  const family = book.digits ?? (all.filter((text) => eastern.test(text)).length >= all.filter((text) => western.test(text)).length ? 'arab' : 'latn')
  const wrong = family === 'arab' ? western : eastern
  return inTexts(book, (text, within) => wrong.test(text) && isArabic(within)).map((finding) => ({ ...finding, value: wrong.exec(finding.value ?? '')?.[0] ?? finding.value ?? '' }))
}

/** Whether lists of Arabic text, where there are any, have a style for their numerals. */
function listNumerals(book: Book): Finding[] {
  const isStyled = book.items.some(({ type, file }) => type === 'text/css' && /list-style(?:-type)?\s*:\s*arabic-indic/.test(book.files.get(file ?? '')?.toString('utf8') ?? ''))
  return isStyled || book.digits === 'latn' ? [] : everywhere(book, (found) =>
    found.element.name === 'ol' && directionIn(found.lang) === 'rtl' && !isWithin(found, ({ name }) => name === 'nav'), ({ element }) => textOf(element).trim().slice(0, 60))
}

export const languageRules: readonly Rule[] = [
  {
    name: 'lang-twice', severity: 'error',
    check: (book) => everywhere(book, ({ element: { attributes } }) => attributes['lang'] !== attributes['xml:lang'], ({ element: { name, attributes } }) => `<${name} lang="${attributes['lang'] ?? ''}" xml:lang="${attributes['xml:lang'] ?? ''}">`),
  },
  { name: 'html-lang', severity: 'error', check: (book) => everywhere(book, ({ element: { name, attributes } }) => name === 'html' && !(attributes['lang'] ?? attributes['xml:lang']), () => '') },
  {
    name: 'lang-malformed', severity: 'error',
    check: (book) => [
      ...everywhere(book, ({ element: { attributes } }) => Boolean(attributes['lang']) && !isTag(attributes['lang'] ?? ''), ({ element }) => element.attributes['lang'] ?? ''),
      ...(book.opf?.elements ?? []).filter(({ element }) => element.name === 'dc:language' && !isTag(textOf(element).trim())).map(({ element }) => ({ file: book.opf?.file ?? '', at: element, value: textOf(element) })),
    ],
  },
  { name: 'arabic-untold', severity: 'error', check: (book) => inTexts(book, (text, within) => hasArabic(text) && directionIn(within.lang) === 'ltr' && !isWithin(within, ({ name }) => ['head', 'code', 'pre', 'svg'].includes(name))) },
  { name: 'latin-untold', severity: 'error', check: (book) => inTexts(book, (text, within) => directionIn(within.lang) === 'rtl' && latinSentence.test(text) && !isSetApart(within)) },
  { name: 'title-language', severity: 'error', check: (book) => inTexts(book, (text, { element, lang }) => element.name === 'title' && text.trim() !== '' && (directionIn(lang) === 'rtl' ? hasLatin(text) && !hasArabic(text) && latinSentence.test(text) : hasArabic(text) && !hasLatin(text))) },
  { name: 'alt-missing', severity: 'warning', check: (book) => everywhere(book, ({ element: { name, attributes } }) => name === 'img' && !(attributes['alt'] ?? '').trim() && attributes['role'] !== 'presentation', ({ element }) => element.attributes['src'] ?? '') },
  {
    name: 'alt-language', severity: 'error',
    check: (book) => everywhere(book, ({ element: { name, attributes }, lang }) => {
      const alt = attributes['alt'] ?? ''
      return name === 'img' && (directionIn(lang) === 'rtl' ? hasLatin(alt) && !hasArabic(alt) && latinSentence.test(`${alt} `) : hasArabic(alt) && !hasLatin(alt))
    }, ({ element }) => element.attributes['alt'] ?? ''),
  },
  { name: 'digits', severity: 'warning', check: wrongDigits },
  { name: 'text-list-numerals', severity: 'error', check: listNumerals },
]
