/** Text of a PDF as programs that know nothing of the product read it. */

import { execFileSync } from 'node:child_process'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { getDocumentProxy } from 'unpdf'

/** As browsers built on Chromium search and copy. */
export async function pdfiumText(bytes: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  const text = [...document.pages()].map((page) => page.getText()).join('\n')
  document.destroy()
  library.destroy()
  return text
}

/** As Firefox searches and copies: in the order of the content. */
export async function pdfjsText(bytes: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    for (const item of items as { str?: string; hasEOL?: boolean }[]) text += (item.str ?? '') + (item.hasEOL ? '\n' : '')
    text += '\n'
  }
  await document.destroy()
  return text
}

/** As Linux's viewers do; undefined where poppler isn't installed. */
export function popplerText(path: string): string | undefined {
  try {
    return execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}

/** Without signs of direction and joining, which no search sees; white space as one space. */
export const plain = (text: string): string => text.replaceAll(/(?!\s)\p{Cf}/gu, '').normalize('NFKC').replaceAll(/\s+/g, ' ').trim()

export const wordsOf = (text: string): Set<string> => new Set(plain(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
