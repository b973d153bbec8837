/** Ace, the accessibility checker of the standard's own makers, has nothing to say of any edition; it ends well whatever it finds, so its report is read. */

import { createRequire } from 'node:module'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'puppeteer'
import type { View } from '../../pipeline/model/edition.ts'
import { launched } from '../support/launched.ts'
import { arabic, english, epubOf, withBook } from '../support/proved.ts'

/** Runs Ace's scripts in a document; what it wants of a browser. */
interface Runner {
  readonly concurrency: number
  launch(): Promise<void>
  close(): Promise<void>
  run(url: string, scripts: readonly string[], contents: readonly string[]): Promise<unknown>
}

interface Report {
  readonly assertions: readonly { readonly 'earl:testSubject': { readonly url: string }; readonly assertions: readonly Assertion[] }[]
}

interface Assertion {
  readonly 'earl:test': { readonly 'dct:title': string; readonly 'earl:impact': string }
  readonly 'earl:result': { readonly html?: string; readonly 'dct:description'?: string }
}

const ace = createRequire(import.meta.url)('@daisy/ace-core') as (path: string, options: object, runner: Runner) => Promise<[string, Report]>

const folder = mkdtempSync(join(tmpdir(), 'tawazi-ace-'))
let browser: Browser

const runner: Runner = {
  concurrency: 2,
  launch: () => Promise.resolve(),
  close: () => Promise.resolve(),
  run: async (url, scripts, contents) => {
    const page = await browser.newPage()
    try {
      await page.goto(url)
      for (const content of contents) await page.addScriptTag({ content })
      for (const path of scripts) await page.addScriptTag({ path })
      // Its own marks keep its scripts out of what it looks at.
      await page.evaluate(`document.querySelectorAll('script').forEach((script) => script.setAttribute('data-ace', ''))`)
      await page.waitForFunction('window.axe && window.daisy?.ace?.run && window.daisy?.ace?.createReport')
      return await page.evaluate(`new Promise((resolve, reject) => window.daisy.ace.run((error, result) => (error ? reject(error) : resolve(result))))`)
    } finally {
      await page.close()
    }
  },
}

beforeAll(async () => {
  browser = await launched()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

test.each<View>(['en', 'ar', 'columns-en', 'columns-ar', 'tap-en'])('Ace has nothing to say of %s', async (view) => {
  const file = join(folder, `${view}.epub`)
  writeFileSync(file, await withBook({ en: english, ar: arabic }, (read) => epubOf(read, view)))
  const [, { assertions }] = await ace(file, { cwd: folder, outdir: join(folder, view), tmpdir: join(folder, 'scratch'), silent: true, initLogger: true, lang: 'en' }, runner)
  expect(assertions.length).toBeGreaterThan(2)
  expect(assertions.flatMap(({ 'earl:testSubject': { url }, assertions: found }) => found.map(({ 'earl:test': { 'dct:title': title, 'earl:impact': impact }, 'earl:result': result }) =>
    `${url} ${impact} ${title}: ${(result.html ?? result['dct:description'] ?? '').slice(0, 200)}`))).toEqual([])
}, 60_000)
