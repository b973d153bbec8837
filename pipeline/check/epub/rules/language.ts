/** Language: said twice alike, on every document, and true of the text; digits of one family. */

import { textOf, type Found } from '../../markup.ts'
import { at, directionIn, excerpt, hasArabic, hasLatin, isWithin, once, type Book, type Finding, type Rule } from '../rule.ts'
import { hasKind } from '../signs.ts'

const apart = new Set(['bdi', 'code', 'pre', 'math', 'svg', 'head', 'style', 'script'])

/** Addresses, code and the like, and what is not shown. */
const isSetApart = (found: Found): boolean => isWithin(found, ({ name }) => apart.has(name))

const isArabic = ({ lang }: Found): boolean => directionIn(lang) === 'rtl'

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

/** Digits of the family that is in most of the book's Arabic texts. */
const usual = once(({ documents }) => {
  const texts = documents.flatMap(({ nodes }) => nodes.flatMap((node) => (node.isText && isArabic(node.within) && !isSetApart(node.within) ? node.text : [])))
  return { digits: texts.filter((text) => eastern.test(text)).length >= texts.filter((text) => western.test(text)).length ? 'arab' : 'latn' } as const
})

function wrongDigits(text: string, within: Found, book: Book): string | undefined {
  if (!isArabic(within)) return undefined
  const isWestern = (book.digits ?? usual(book).digits) === 'arab'
  if (!hasKind(text, isWestern ? 'western' : 'eastern')) return undefined
  const found = (isWestern ? western : eastern).exec(text)?.[0]
  return found !== undefined && !isSetApart(within) ? found : undefined
}

/** Whether lists of Arabic text, where there are any, have a style for their numerals. */
function listNumerals({ items, files, digits, documents }: Book): Finding[] {
  const isStyled = items.some(({ type, file }) => type === 'text/css' && /list-style(?:-type)?\s*:\s*arabic-indic/.test(files.get(file ?? '')?.toString('utf8') ?? ''))
  if (isStyled || digits === 'latn') return []
  return documents.flatMap(({ elements }) => elements.filter((found) => found.name === 'ol' && isArabic(found) && !isWithin(found, ({ name }) => name === 'nav'))
    .map((found) => at(found, excerpt(textOf(found)))))
}

/** An Arabic title may be a foreign name; a whole sentence of Latin letters is none. */
function titleOfOther(text: string, { name, lang }: Found): string | undefined {
  if (name !== 'title' || text.trim() === '') return undefined
  const isOther = directionIn(lang) === 'rtl' ? hasLatin(text) && !hasArabic(text) && latinSentence.test(text) : hasArabic(text) && !hasLatin(text)
  return isOther ? excerpt(text) : undefined
}

function altOfOther({ lang, attributes: { alt = '' } }: Found): string | undefined {
  const isOther = directionIn(lang) === 'rtl' ? hasLatin(alt) && !hasArabic(alt) && latinSentence.test(`${alt} `) : hasArabic(alt) && !hasLatin(alt)
  return isOther ? alt : undefined
}

const notText = new Set(['head', 'code', 'pre', 'svg'])

export const languageRules: readonly Rule[] = [
  {
    name: 'lang-twice', severity: 'error',
    element: ({ name, attributes: { lang, 'xml:lang': xmlLang } }) => (lang === xmlLang ? undefined : `<${name} lang="${lang ?? ''}" xml:lang="${xmlLang ?? ''}">`),
  },
  { name: 'html-lang', severity: 'error', of: ['html'], element: ({ attributes }) => (attributes['lang'] ?? attributes['xml:lang'] ? undefined : '') },
  {
    name: 'lang-malformed', severity: 'error',
    element: ({ attributes: { lang } }) => (lang && !isTag(lang) ? lang : undefined),
    check: ({ opf }) => (opf?.elements ?? []).filter((found) => found.name === 'dc:language' && !isTag(textOf(found).trim())).map((found) => at(found, textOf(found))),
  },
  {
    name: 'arabic-untold', severity: 'error',
    text: (text, within) => (!isArabic(within) && hasArabic(text) && !isWithin(within, ({ name }) => notText.has(name)) ? excerpt(text) : undefined),
  },
  { name: 'latin-untold', severity: 'error', text: (text, within) => (isArabic(within) && hasLatin(text) && latinSentence.test(text) && !isSetApart(within) ? excerpt(text) : undefined) },
  { name: 'title-language', severity: 'error', text: titleOfOther },
  {
    name: 'alt-missing', severity: 'warning', of: ['img'],
    element: ({ attributes: { alt, role, src } }) => (!alt?.trim() && role !== 'presentation' ? src ?? '' : undefined),
  },
  { name: 'alt-language', severity: 'error', of: ['img'], element: altOfOther },
  { name: 'digits', severity: 'warning', text: wrongDigits },
  { name: 'text-list-numerals', severity: 'error', check: listNumerals },
]
