/** The pages of the browser as a PDF. */

import type { CDPSession, Page } from 'puppeteer'
import type { PrintOptions } from './document.ts'

const sessions = new WeakMap<Page, Promise<CDPSession>>()

/**
 * Waits for faces that are on their way. Spoken to by the protocol itself, for puppeteer fetches the bytes in pieces of a
 * few kilobytes, which takes as long as the printing where the program is busy.
 */
export async function paged(page: Page, { tagged, outline }: PrintOptions): Promise<Uint8Array> {
  await page.evaluate('document.fonts.ready.then(() => null)')
  const session = await sessionOf(page)
  const { data } = await session.send('Page.printToPDF', {
    preferCSSPageSize: true, printBackground: true, marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0,
    generateTaggedPDF: tagged, generateDocumentOutline: outline, transferMode: 'ReturnAsBase64',
  })
  // Readers of PDFs ask for plain bytes.
  return Uint8Array.from(Buffer.from(data, 'base64'))
}

function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? page.createCDPSession()
  sessions.set(page, known)
  return known
}
