/** A manuscript is untrusted: whatever its HTML asks for, nothing leaves the book, nothing outside it is read, and nothing runs. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { extractText, getDocumentProxy } from 'unpdf'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import type { Asset, PrintDocument } from '../../pipeline/print/document.ts'

const folder = mkdtempSync(join(tmpdir(), 'tawazi-guard-'))
let browser: PrintBrowser
let server: Server
let outside = ''
const calls: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    calls.push(request.url ?? '')
    response.end('outside')
  })
  server.on('connection', () => calls.push('connection'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  writeFileSync(join(folder, 'secret.html'), '<p>secret</p>')
  browser = await openBrowser()
}, 60_000)

afterAll(async () => {
  await browser.close()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const documentOf = (body: string, head = '', assets: Record<string, Asset> = {}): PrintDocument => ({
  html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>.</title>${head}</head><body>${body}<p>The end.</p></body></html>`,
  assets: new Map(Object.entries(assets)),
})

const page = (body: string, name = 'text/html'): Asset => ({ type: name, bytes: Buffer.from(body) })

async function textOf(document: PrintDocument): Promise<string> {
  const bytes = await browser.print(document, { tagged: true, outline: false })
  return (await extractText(await getDocumentProxy(bytes), { mergePages: true })).text
}

/** A film's clock is the browser's own. */
const onlyBook = /^\s*The end\.( 0:00)*\s*$/

const attempts: [string, (url: string) => string][] = [
  ['a picture', (url) => `<img src="${url}/a.png">`],
  ['a picture for sharp screens', (url) => `<img srcset="${url}/a.png 2x">`],
  ['a frame', (url) => `<iframe src="${url}/secret.html"></iframe>`],
  ['a frame inside a frame', (url) => `<iframe srcdoc='<img src="${url}/a.png"><iframe src="${url}/secret.html"></iframe>'></iframe>`],
  ['an object', (url) => `<object data="${url}/secret.html" type="text/html"></object><embed src="${url}/secret.html">`],
  ['a film', (url) => `<video src="${url}/a.mp4" poster="${url}/a.png" autoplay></video><audio src="${url}/a.mp3" autoplay></audio>`],
  ['a style sheet', (url) => `<link rel="stylesheet" href="${url}/a.css"><style>@import "${url}/b.css";</style>`],
  ['a background and a face', (url) => `<style>@font-face{font-family:F;src:url("${url}/f.woff2")}p{background:url("${url}/a.png")}</style>`],
  ['a prefetch', (url) => `<link rel="prefetch" href="${url}/a"><link rel="preload" as="image" href="${url}/a.png"><link rel="prerender" href="${url}/b"><link rel="modulepreload" href="${url}/a.js">`],
  ['a connection made ahead', (url) => `<link rel="preconnect" href="${url}"><link rel="dns-prefetch" href="${url}">`],
  ['speculation rules', (url) => `<script type="speculationrules">{"prefetch":[{"urls":["${url}/a"],"eagerness":"immediate"}]}</script>`],
  ['another base', (url) => `<base href="${url}/"><img src="a.png">`],
  ['another page instead', (url) => `<meta http-equiv="refresh" content="0;url=${url}/secret.html">`],
  ['a drawing with a picture inside', (url) => `<svg width="9" height="9"><image href="${url}/a.png" width="9" height="9"/><use href="${url}/a.svg#a"/></svg>`],
]

test.each(attempts)('%s from the network is refused', async (_, markup) => {
  calls.length = 0
  expect(await textOf(documentOf(markup(outside)))).toMatch(onlyBook)
  expect(calls).toEqual([])
}, 30_000)

test.each(attempts)('%s from the disk is refused', async (_, markup) => {
  expect(await textOf(documentOf(markup(`file://${folder}`)))).toMatch(onlyBook)
}, 30_000)

test('a file of the book is no page of its own in a frame', async () => {
  const document = documentOf('<iframe src="inner.html"></iframe>', '', { 'inner.html': page('<p>inner</p>') })
  expect(await textOf(document)).toMatch(/^\s*The end\.\s*$/)
}, 30_000)

test('a page that turns into itself is loaded once', async () => {
  expect(await textOf(documentOf('', '<meta http-equiv="refresh" content="0;url=/">'))).toMatch(/The end\./)
}, 30_000)

test('a page cannot turn into a file of the book', async () => {
  const document = documentOf('', '<meta http-equiv="refresh" content="0;url=inner.html">', { 'inner.html': page('<p>inner</p>') })
  expect(await textOf(document)).toMatch(/^\s*The end\.\s*$/)
}, 30_000)

test('no script runs, in the page or in a drawing of the book', async () => {
  const drawing = page('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="parent.document.title=\'ran\'"><script>parent.document.title="ran"</script></svg>', 'image/svg+xml')
  const markup = '<script>document.title="ran"</script><script src="a.js"></script><img src="gone.png" onerror="document.title=\'ran\'"><img src="a.svg"><svg onload="document.title=\'ran\'"></svg>'
  const document = documentOf(markup, '', { 'a.js': page('document.title="ran"', 'text/javascript'), 'a.svg': drawing })
  expect(await browser.measure(document, () => globalThis.document.title, undefined)).toBe('.')
}, 30_000)

test('what the book lacks, and what lies outside it, is counted by its address', async () => {
  const before = new Set(browser.refused)
  await browser.measure(documentOf('<img src="images/lost.png"><img src="%E0%A4%A.png"><img src="ftp://somewhere.invalid/a.png">'), () => undefined, undefined)
  expect([...browser.refused].filter((url) => !before.has(url)).sort()).toEqual([
    'http://book.invalid/%E0%A4%A.png', 'http://book.invalid/images/lost.png',
  ])
}, 30_000)

test('a face that cannot be loaded is a fault, named; one that nothing uses is not', async () => {
  const face = (family: string) => `<style>@font-face{font-family:"${family}";src:url("fonts/lost.woff2")}</style>`
  await expect(textOf(documentOf('<p style="font-family:Lost">x</p>', face('Lost')))).rejects.toMatchObject({ rule: 'browser/font', values: { fonts: expect.stringContaining('Lost') } })
  expect(await textOf(documentOf('', face('Lost')))).toMatch(/The end/)
}, 30_000)

test('names of files may be written in any script', async () => {
  const square = page('<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"><rect width="7" height="7"/></svg>', 'image/svg+xml')
  const document = documentOf('<img src="صور/ورقة ١.svg">', '', { 'صور/ورقة ١.svg': square })
  expect(await browser.measure(document, () => globalThis.document.images[0]?.naturalWidth, undefined)).toBe(7)
}, 30_000)
