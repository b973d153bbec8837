/** Makes a page see one document and nothing else: scripts off, every request answered from the book or refused. */

import type { HTTPRequest, Page } from 'puppeteer'
import { SurroundingsError } from '../model/message.ts'
import type { PrintDocument } from './document.ts'

/** An origin that no network has. */
const origin = 'http://book.invalid'

const headers = {
  'content-security-policy': "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/**
 * Loads `given` into a new page and waits until its fonts and images are in; the addresses that it asks for in vain go to `refuse`.
 * Throws `SurroundingsError` where one of its faces cannot be had.
 */
export async function guard(page: Page, given: PrintDocument, refuse: (url: string) => void): Promise<void> {
  await page.setJavaScriptEnabled(false)
  await page.setRequestInterception(true)
  page.on('request', requestHandler(given, refuse))
  await page.goto(`${origin}/`, { waitUntil: 'load', timeout: 0 })
  const missing = await page.evaluate(async () => {
    // What is hidden asks for no face; it is laid out once, when the faces of text are there, which are the first so many.
    const { documentElement: root } = document
    if (root.hasAttribute('data-faces-first')) {
      await Promise.all([...document.fonts].slice(0, Number(root.getAttribute('data-faces-first'))).map((face) => face.load().catch(() => undefined)))
      root.removeAttribute('data-faces-first')
    }
    await document.fonts.ready
    return [...document.fonts].filter(({ status }) => status === 'error').map(({ family, weight, style }) => `${family} ${weight} ${style}`)
  })
  if (missing.length > 0) throw new SurroundingsError('browser/font', { fonts: missing.join(', ') })
}

function requestHandler(given: PrintDocument, refuse: (url: string) => void): (request: HTTPRequest) => void {
  let isLoaded = false
  return (request) => {
    const isPage = request.isNavigationRequest()
    const isDocument = isPage && !isLoaded && request.url() === `${origin}/`
    isLoaded ||= isDocument
    const answered = isDocument ? load(request, given) : isPage ? stay(request, refuse) : answer(request, given, refuse)
    // A page that has gone needs no answer.
    answered.catch(() => undefined)
  }
}

const load = (request: HTTPRequest, { html }: PrintDocument): Promise<void> =>
  request.respond({ contentType: 'text/html; charset=utf-8', headers, body: html })

/** A frame, or a page that would turn into another: "no content" leaves what is there, where a refusal would show its own page. */
function stay(request: HTTPRequest, refuse: (url: string) => void): Promise<void> {
  refuse(request.url())
  return request.respond({ status: 204, headers })
}

async function answer(request: HTTPRequest, { assets }: PrintDocument, refuse: (url: string) => void): Promise<void> {
  const url = request.url()
  const asset = assets.get(pathOf(url) ?? '')
  if (asset) return request.respond({ contentType: asset.type, headers, body: Buffer.from(asset.bytes) })
  if (url.startsWith('data:')) return request.continue()
  refuse(url)
  return request.abort('blockedbyclient')
}

/** The path within the book, or undefined for an address outside it or one that is written wrongly. */
function pathOf(url: string): string | undefined {
  if (!url.startsWith(`${origin}/`)) return undefined
  try {
    return decodeURIComponent(new URL(url).pathname.slice(1))
  } catch {
    return undefined
  }
}
