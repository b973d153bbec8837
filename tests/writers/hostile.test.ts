/** A manuscript that wants to run something, or to load it from elsewhere: nothing of it is in an EPUB or on a site. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Element } from 'hast'
import { beforeAll, expect, test } from '@jest/globals'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { View } from '../../pipeline/model/edition.ts'
import { writeSite } from '../../pipeline/writers/site/index.ts'
import { alignedOf, epubOf, withBook } from '../support/proved.ts'
import { unzipped } from '../support/zip.ts'

const text = (words: string) => `# </title><script>evil()</script>${words}

<script>evil()</script>

${words} <img src=x onerror=evil()> <b onclick="evil()">${words}</b>[^note] <svg onload=evil()></svg>

[${words}](javascript:evil()) [${words}](JaVaScRiPt:evil()) [${words}](&#106;avascript:evil()) [${words}](<java\tscript:evil()>) <javascript:evil()>

[${words}](vbscript:evil()) [${words}](data:text/html,<script>evil()</script> '"><script>evil()</script>') [${words}](file:///etc/passwd) [${words}][far]

<iframe src="https://evil.example/"></iframe><object data="https://evil.example/"></object><form action="https://evil.example/"><input autofocus onfocus=evil()></form>

<style>@import url(https://evil.example/)</style><link rel="stylesheet" href="https://evil.example/"><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">

![" onerror="evil()](evil.svg "'\\" onload=\\"evil()")

![${words}](https://evil.example/a.png "${words}") ![${words}](//evil.example/b.png) ![${words}](HTTP://evil.example/c.png)![${words}][near] [![${words}](https://evil.example/e.png)](https://books.example/)

![${words}](https://evil.example/f.png)

:index[${words}]{as="<script>evil()</script>"}

| <script>evil()</script> | ${words} |
|---|---|
| [${words}](javascript:evil()) | \`<script>evil()</script>\` |

[^note]: ${words} <script>evil()</script> [${words}](javascript:evil())

[far]: javascript:evil() "<script>"

[near]: https://evil.example/g.png
`

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" onload="evil()"><script>evil()</script>
<style>@import url(https://evil.example/); rect { fill: url(https://evil.example/#a) }</style><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/"></iframe></foreignObject>
<a xlink:href="javascript:evil()"><rect width="9" height="9" onclick="evil()"/></a><image xlink:href="https://evil.example/a.png"/><use href="//evil.example/#a"/><animate attributeName="href" to="javascript:evil()"/></svg>`

/** What is written, as text, by the names of files. */
const made = new Map<string, string>()

const views: readonly View[] = ['en', 'ar', 'columns-en', 'columns-ar', 'tap-en', 'tap-ar']

beforeAll(() => withBook({ en: text('Words'), ar: text('كلمات') }, async (read) => {
  writeFileSync(join(read.root, 'evil.svg'), drawing)
  for (const view of views) {
    for (const [name, bytes] of await unzipped(await epubOf(read, view))) made.set(`${view}/${name}`, bytes.toString('utf8'))
  }
  const { artifacts } = writeSite([{ aligned: alignedOf(read), files: [], covers: new Map() }], { address: 'https://books.example/' })
  for (const { name, bytes } of artifacts) made.set(`site/${name}`, Buffer.from(bytes).toString('utf8'))
}))

const active = new Set(['iframe', 'object', 'embed', 'form', 'base', 'foreignobject', 'animate', 'set'])

/** What a browser would run, or load from elsewhere, in a page or a drawing. */
function harm(name: string, source: string): string[] {
  const isSite = name.startsWith('site/')
  const found: string[] = []
  visit(unified().use(rehypeParse, { fragment: name.endsWith('.svg') }).parse(source), 'element', (element) => {
    if (!isOwn(element, isSite)) found.push(`<${element.tagName}>`)
    for (const [attribute, value] of Object.entries(element.properties)) {
      // Browsers leave control characters in addresses out.
      const address = String(value).replaceAll(/[\u0000-\u0020]/g, '')
      const isLoaded = /^(?:src|srcSet|data|poster|xLinkHref)$|^xlink:href$/i.test(attribute) || (attribute === 'href' && element.tagName !== 'a')
      if (/^on/i.test(attribute) || /^(?:javascript|vbscript|file|data:text)/i.test(address) || (isLoaded && /^(?:https?:)?\/\/evil/i.test(address))) found.push(`${element.tagName} ${attribute}`)
    }
  })
  return found
}

/** Of a site's own kind: its script and its search are files beside it. */
const isOwn = ({ tagName, properties }: Element, isSite: boolean): boolean =>
  (tagName === 'script' ? isSite && /^(?:\.\.\/)*(?:assets|books|\w+)\/[\w./-]+\.js$/.test(String(properties['src'])) : !(active.has(tagName.toLowerCase()) && !(isSite && tagName === 'form')))

test('nothing that would run, or load from elsewhere, is in any page or drawing', () => {
  const pages = [...made].filter(([name]) => /\.(?:xhtml|html|svg)$/.test(name))
  expect(pages.length).toBeGreaterThan(30)
  expect(pages.flatMap(([name, source]) => harm(name, source).map((found) => `${name}: ${found}`))).toEqual([])
})

test('of a drawing only what is drawn is left, and no style sheet or package names an address of the manuscript\'s', () => {
  const drawings = [...made].filter(([name]) => name.endsWith('.svg'))
  expect(drawings.length).toBeGreaterThan(views.length)
  expect(drawings.filter(([, source]) => source.includes('evil') || !source.includes('<rect')).map(([name]) => name)).toEqual([])
  const others = [...made].filter(([name]) => /\.(?:css|opf|ncx)$/.test(name))
  expect(others.filter(([, source]) => /evil\.example|<script/.test(source)).map(([name]) => name)).toEqual([])
})

test('the harm would be seen', () => {
  expect(harm('site/it.svg', drawing).length).toBeGreaterThan(4)
  expect(harm('en/it.xhtml', '<p onclick="evil()"><a href="java\tscript:evil()">x</a><img src="//evil.example/a.png"><script>evil()</script></p>')).toEqual(['p onClick', 'a href', 'img src', '<script>'])
})
