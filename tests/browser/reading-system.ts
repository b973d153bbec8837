/** A reading system as readers have one: foliate-js in a page of a real browser, which gets its own files and one EPUB and nothing else. */

import { readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { createRequire } from 'node:module'
import type { Browser, HTTPRequest, Page } from 'puppeteer'

const home = dirname(createRequire(import.meta.url).resolve('foliate-js/view.js'))

const origin = 'http://reader.example'

const document = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Reader</title>
<style>html, body { margin: 0; height: 100% } foliate-view { display: block; height: 100% }
dialog { inset: auto 5% 5%; width: 80%; height: 40%; z-index: 1 }</style>
<body><dialog></dialog><script type="module">
import { View } from './view.js'
import { FootnoteHandler } from './footnotes.js'
const view = document.createElement('foliate-view')
document.body.append(view)
const dialog = document.querySelector('dialog')
const notes = new FootnoteHandler()
notes.addEventListener('before-render', ({ detail: { view } }) => { dialog.replaceChildren(view); dialog.show() })
notes.addEventListener('render', ({ detail: { view: popup, type, hidden } }) => { reader.popup = { document: popup.renderer.getContents()[0].doc, type, hidden } })
view.addEventListener('link', (event) => { notes.handle(view.book, event) })
view.addEventListener('relocate', ({ detail }) => { reader.at = detail })
const reader = globalThis.reader = { view, popup: undefined, at: undefined }
await view.open(new File([await (await fetch('book.epub')).blob()], 'book.epub'))
await view.init({ showTextStart: true })
reader.ready = true
</script>`

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' }

function answer(request: HTTPRequest, epub: Uint8Array): void {
  const url = new URL(request.url())
  if (url.origin !== origin) return void request.continue()
  if (url.pathname === '/') return void request.respond({ contentType: 'text/html', body: document })
  if (url.pathname === '/book.epub') return void request.respond({ contentType: 'application/epub+zip', body: epub })
  try {
    void request.respond({ contentType: types[extname(url.pathname)] ?? 'text/plain', body: readFileSync(join(home, url.pathname)) })
  } catch {
    void request.respond({ status: 404 })
  }
}

/** The book, opened at the beginning of its text, on a screen of this size. */
export async function opened(browser: Browser, epub: Uint8Array, width: number, height: number): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport({ width, height })
  await page.setRequestInterception(true)
  page.on('request', (request) => answer(request, epub))
  await page.goto(origin)
  await page.waitForFunction('globalThis.reader?.ready === true && reader.at !== undefined')
  await atRest(page)
  return page
}

/** Waits until the chapter that is shown has its faces and pictures, and its place has not been told anew for a while: until then the reading system still goes back to where it was. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    let before
    do {
      before = reader.at
      const { doc } = reader.view.renderer.getContents()[0]
      await Promise.all([doc.fonts.ready, ...[...doc.images].map((image) => image.decode().catch(() => {}))])
      await new Promise((resolve) => setTimeout(resolve, 150))
    } while (reader.at !== before)
  })()`)
}

/** What is seen: how far the reader is, and the text of the page. */
export const seen = (page: Page): Promise<{ fraction: number; text: string; page: string | undefined }> =>
  page.evaluate(`({ fraction: reader.at.fraction, text: reader.at.range.toString().replaceAll(/\\s+/g, ' ').trim(), page: reader.at.pageItem?.label })`) as Promise<{ fraction: number; text: string; page: string | undefined }>

/** Turns one page to that side of the screen, as a tap there does. */
export async function turn(page: Page, side: 'left' | 'right'): Promise<void> {
  await page.evaluate(`(async () => { globalThis.turnedFrom = reader.at; await reader.view.${side === 'left' ? 'goLeft' : 'goRight'}() })()`)
  await page.waitForFunction('reader.at !== turnedFrom')
  await atRest(page)
}

/** Runs an expression in which `document` is the one that is shown. */
export const inDocument = <T>(page: Page, expression: string): Promise<T> =>
  page.evaluate(`(() => { const document = reader.view.renderer.getContents()[0].doc; return ${expression} })()`) as Promise<T>

/** Opens the note that the link with this id calls; where it popped up: its text, and how each of its blocks runs. */
export async function popUp(page: Page, id: string): Promise<{ type: string; text: string; directions: string[] }> {
  await page.evaluate(`(() => { reader.popup = undefined; reader.view.renderer.getContents()[0].doc.getElementById(${JSON.stringify(id)}).click() })()`)
  await page.waitForFunction('reader.popup !== undefined')
  return page.evaluate(`(() => { const { document, type } = reader.popup; const view = document.defaultView
    return { type, text: document.body.textContent.replaceAll(/\\s+/g, ' ').trim(), directions: [...document.body.querySelectorAll('p')].map((block) => view.getComputedStyle(block).direction + ' ' + block.lang) } })()`) as Promise<{ type: string; text: string; directions: string[] }>
}
