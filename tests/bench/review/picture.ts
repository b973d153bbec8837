/** Makes the README's picture of the workbench again: `node --import tsx tests/bench/review/picture.ts FILE.png`. Its review is of a copy of the sample. */

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { bookOfFolder } from '../../../pipeline/book/load.ts'
import { openBrowser } from '../../../pipeline/print/browser.ts'
import { openDesk } from '../../../pipeline/review/desk.ts'
import { ChapterPreview } from '../../../pipeline/review/preview.ts'
import { serve } from '../../../pipeline/review/server.ts'
import { openWindowing } from '../../support/window.ts'

const [file = 'review.png'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'tawazi-picture-'))
cpSync('samples/paper-road', folder, { recursive: true })
rmSync(join(folder, 'decisions.yaml'), { force: true })
const [typesetter, windowing] = await Promise.all([openBrowser(), openWindowing()])
try {
  const { desk } = await openDesk(() => bookOfFolder(folder), () => new Date('2026-01-02T03:04:05Z'))
  if (!desk) throw new Error('The sample has faults')
  const served = await serve(desk, { host: '127.0.0.1', port: 0, language: 'en', digits: 'arab', preview: new ChapterPreview(() => desk.aligned(), async () => typesetter) })
  await picture(await windowing.newPage(), served.address, file)
  await served.close()
} finally {
  await Promise.all([typesetter.close(), windowing.close()])
  rmSync(folder, { recursive: true, force: true })
}

/** Two beads are confirmed on the way to the first finding, whose pages are shown. */
async function picture(page: Page, address: string, path: string): Promise<void> {
  await page.setViewport({ width: 1400, height: 940 })
  await page.evaluateOnNewDocument("localStorage.setItem('tawazi-review-name', 'Salma Haddad')")
  await page.goto(address)
  await page.waitForSelector('.line.current')
  await page.keyboard.press('KeyF')
  for (const key of ['ArrowUp', 'ArrowUp', 'KeyC', 'KeyC', 'KeyF'] as const) {
    await page.keyboard.press(key)
    await page.waitForNetworkIdle({ concurrency: 1 })
  }
  await page.waitForSelector('.panel .finding')
  // The pages of a bead are asked for when nobody has moved for a while.
  await new Promise((resolve) => { setTimeout(resolve, 3000) })
  await page.waitForSelector('.pages:not(.setting) img', { timeout: 120_000 })
  await page.waitForFunction("[...document.querySelectorAll('.pages img')].every((image) => image.complete)")
  await page.screenshot({ path: path as `${string}.png` })
}
