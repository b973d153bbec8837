/** A page that sees one document: scripts off, every request answered from the book or refused. */

import type { Browser, HTTPRequest, Page } from 'puppeteer'
import type { PrintDocument } from './document.ts'

/** An origin that no network has. */
const origin = 'http://book.invalid'

const policy = "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'"

export interface GuardedPage {
  readonly page: Page
  /** Addresses that were asked for and refused. */
  readonly refused: readonly string[]
}

/** Loads `given` and waits until its fonts and images are in. */
export async function guardedPage(browser: Browser, given: PrintDocument): Promise<GuardedPage> {
  const page = await browser.newPage()
  const refused: string[] = []
  await page.setJavaScriptEnabled(false)
  await page.setRequestInterception(true)
  page.on('request', (request) => void answer(request, given, refused).catch(() => undefined))
  await page.goto(`${origin}/`, { waitUntil: 'load', timeout: 0 })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return { page, refused }
}

async function answer(request: HTTPRequest, given: PrintDocument, refused: string[]): Promise<void> {
  const url = request.url()
  if (url === `${origin}/` && request.isNavigationRequest() && request.frame()?.parentFrame() === null) {
    return request.respond({ contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': policy }, body: given.html })
  }
  const asset = url.startsWith(`${origin}/`) ? given.assets.get(decodeURIComponent(new URL(url).pathname.slice(1))) : undefined
  if (asset) return request.respond({ contentType: asset.type, body: Buffer.from(asset.bytes) })
  if (url.startsWith('data:')) return request.continue()
  refused.push(url)
  return request.abort('blockedbyclient')
}
