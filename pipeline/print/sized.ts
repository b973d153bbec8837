/** The window of a page. */

import type { Page } from 'puppeteer'
import type { PictureSize } from './document.ts'

/** Nothing where the page has that size: the browser would lay out and draw all of it. */
export async function sized(page: Page, { width, height, scale }: PictureSize): Promise<void> {
  const [wide, high] = [Math.ceil(width), Math.ceil(height)]
  const now = page.viewport()
  if (now?.width === wide && now.height === high && now.deviceScaleFactor === scale) return
  await page.setViewport({ width: wide, height: high, deviceScaleFactor: scale })
}
