/** A finished PDF read back: each script's letters are counted for themselves. */

import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { expect, test } from '@jest/globals'
import { pdfTextFaults } from '../../pipeline/check/pdf-text.ts'
import type { Token } from '../../pipeline/check/token.ts'
import { prose } from '../support/edition.ts'

const tokens = (language: Token['language'], text: string): Token[] =>
  text.split(' ').map((word) => ({ kind: 'words', language, isNote: false, isTranslators: false, segment: 'x', text: word }))

async function pdfOf(text: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (let from = 0; from < text.length; from += 2000) pdf.addPage().drawText(text.slice(from, from + 2000), { font, size: 8, maxWidth: 500, y: 800 })
  return pdf.save()
}

const text = prose('en', 400)
const faults = async (pdf: string, set: Token[]) => pdfTextFaults('x.pdf', await pdfOf(pdf), set).map(({ rule, values }) => `${rule} ${values?.['found']}/${values?.['expected']}`)

test('pages that hold the text have no fault, whatever else stands on them', async () => {
  expect(await faults(`Head 12 ${text} Folio`, tokens('en', text))).toEqual([])
})

test('a paragraph that the pages lack is found', async () => {
  const letters = text.replaceAll(/[^a-z]/gi, '').length
  const less = text.slice(0, text.length - 200)
  expect(await faults(less, tokens('en', text))).toEqual([`check/pdf-text ${less.replaceAll(/[^a-z]/gi, '').length}/${letters}`])
})

test('a few Arabic words lost from an English book are found', async () => {
  expect(await faults(text, [...tokens('en', text), ...tokens('ar', 'نور على الباب')])).toEqual(['check/pdf-text 0/11'])
})

test('pages without any text are found', async () => {
  expect(await faults(' ', tokens('en', 'Some words.'))).toEqual(['check/pdf-text 0/9'])
})

test('tatweel draws letters out and is none itself', async () => {
  expect(await faults(text, tokens('en', `${text} ـــــ`))).toEqual([])
})

test('a letter that no face has is not looked for, for its code is printed', async () => {
  expect(await faults(`${text} [U+13080] [U+5B57]`, tokens('en', `${text} 𓂀𓂀 字字字`))).toEqual([])
})
