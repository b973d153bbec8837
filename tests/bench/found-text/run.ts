/**
 * How much of the Arabic of finished PDFs a search finds: `npm run bench:found-text -- [--keep DIR]`.
 *
 * Sets an invented book in each view, once as Arabic is usually written and once with marks on every letter, and counts the
 * distinct words that each program finds exactly, signs of direction left out. Beside each share stands that of the browser's own print.
 */

import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PDFDocument } from '@cantoo/pdf-lib'
import { h } from 'hastscript'
import { profileNamed } from '../../../pipeline/book/profile.ts'
import type { Edition } from '../../../pipeline/model/edition.ts'
import type { Language } from '../../../pipeline/model/language.ts'
import { openBrowser, type PrintBrowser } from '../../../pipeline/print/browser.ts'
import { joined } from '../../../pipeline/writers/pdf/join/index.ts'
import { finishPdf, printPdf } from '../../../pipeline/writers/pdf/index.ts'
import { saved } from '../../../pipeline/writers/pdf/save.ts'
import { book, chapter, edition, heading, marks, paragraph, passage, prose } from '../../support/edition.ts'
import { pdfiumText, pdfjsText, plain, popplerText, wordsOf } from '../../support/extract.ts'
import { head, line } from '../typeset/table.ts'
import { kindsOfMixed, mixedTexts, partedByScript } from './mixed.ts'
import { arabicTexts } from './texts.ts'

const { values: { keep, mixed } } = parseArgs({ options: { keep: { type: 'string' }, mixed: { type: 'boolean', default: false } } })

type Kind = 'unvocalised' | 'vocalised'

function editionOf(view: 'ar' | 'columns-en' | 'facing-en', kind: Kind): Edition {
  const texts = arabicTexts(kind === 'vocalised')
  const english = texts.map((_, index) => prose('en', 40, index + 1))
  if (view === 'ar') return edition('ar', chapter('one', { ar: 'فصل' }, heading('ar', 'فصل'), ...texts.map((text) => paragraph('ar', text))))
  return edition(view, chapter('one', { en: 'Chapter', ar: 'فصل' }, ...texts.map((text, index) => passage(['en', paragraph('en', english[index]!)], ['ar', paragraph('ar', text)]))))
}

const folder = keep ?? mkdtempSync(join(tmpdir(), 'tawazi-found-'))
mkdirSync(folder, { recursive: true })

/** Shares by program. */
async function found(bytes: Uint8Array, name: string, due: ReadonlySet<string>): Promise<string[]> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return [popplerText(path), await pdfiumText(bytes), await pdfjsText(bytes)].map((text) => {
    if (text === undefined) return '–'
    const there = wordsOf(text)
    return `${(100 * [...due].filter((word) => there.has(word)).length / due.size).toFixed(1)} %`
  })
}

async function measure(browser: PrintBrowser, view: 'ar' | 'columns-en' | 'facing-en', kind: Kind): Promise<void> {
  const print = await printPdf([editionOf(view, kind)], { name: 'found.pdf', book, browser })
  const due = wordsOf(arabicTexts(kind === 'vocalised').join(' '))
  const { artifacts: [{ bytes }] } = await finishPdf(print, profileNamed('screen'))
  const own = await found(await saved(joined(await Promise.all(print.set.prints.map((bytes) => PDFDocument.load(bytes, { updateMetadata: false })))), '1.7'), `${view}-${kind}-browser.pdf`, due)
  const ours = await found(bytes, `${view}-${kind}.pdf`, due)
  line(view, 'Amiri', kind, due.size, ...ours.map((share, index) => `${share} (${own[index]})`))
}

/** Words alone, in order: signs and spaces are each program's own. */
const spoken = (text: string): string => (plain(text.replaceAll(/[-\u2010]\n/g, '')).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')

const each = 10

/** Paragraphs of both scripts whose words come out in order, of so many of each kind. */
async function measureMixed(browser: PrintBrowser, language: Language, kinds: readonly number[]): Promise<void> {
  const due = mixedTexts(each)
  const own = kinds.flatMap((kind) => due.slice(kind * each, (kind + 1) * each))
  const set = own.map(([, text]) => paragraph(language, ...partedByScript(text).map((part) => {
    const other = /[A-Za-z]/.test(part) ? 'en' : /[\u0620-\u064A]/.test(part) ? 'ar' : language
    return other === language ? part : h('span', marks(other), part)
  })))
  const print = await printPdf([edition(language, chapter('one', { en: 'Chapter', ar: 'فصل' }, ...set))], { name: 'mixed.pdf', book, browser })
  const { artifacts: [{ bytes }] } = await finishPdf(print, profileNamed('screen'))
  const path = join(folder, `mixed-${language}.pdf`)
  writeFileSync(path, bytes)
  const texts = [popplerText(path), await pdfiumText(bytes), await pdfjsText(bytes)].map((text) => text && spoken(text))
  for (const kind of kinds) {
    const some = due.slice(kind * each, (kind + 1) * each)
    line(kindsOfMixed[kind] ?? '', ...texts.map((text) => (text === undefined ? '–' : some.filter(([, paragraph]) => text.includes(spoken(paragraph))).length)))
  }
}

const browser = await openBrowser()
try {
  if (mixed) {
    head('paragraphs', 'poppler', 'PDFium', 'pdf.js')
    await measureMixed(browser, 'ar', [0, 1, 2])
    await measureMixed(browser, 'en', [3])
  } else {
    head('view', 'face', 'text', 'distinct words', 'poppler', 'PDFium', 'pdf.js')
    for (const kind of ['unvocalised', 'vocalised'] as const) for (const view of ['ar', 'columns-en', 'facing-en'] as const) await measure(browser, view, kind)
  }
} finally {
  await browser.close()
  if (!keep) rmSync(folder, { recursive: true, force: true })
}
