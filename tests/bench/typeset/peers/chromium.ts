/** Prints a file with the browser that the product finds: `chromium.ts HTML PDF`; where the page holds Paged.js, once that is done. */

import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer'
import { candidates } from '../../../../pipeline/print/candidates.ts'

const [html = '', pdf = ''] = process.argv.slice(2)
const { value: found } = await candidates().next()
if (!found) throw new Error('No browser')
const browser = await puppeteer.launch({
  executablePath: found.executable, args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'], env: { ...process.env, ...found.environment },
  headless: /shell/.test(found.executable) ? 'shell' : true, protocolTimeout: 0, pipe: true,
})
try {
  const page = await browser.newPage()
  await page.goto(pathToFileURL(html).href, { timeout: 0 })
  await page.evaluate('document.fonts.ready.then(() => true)')
  await page.waitForFunction('!globalThis.PagedConfig || globalThis.pagedIsDone', { timeout: 0, polling: 100 })
  writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: 0 }))
} finally {
  await browser.close()
}
