/** The browser of the pipeline, which sees no network, for tests that look at pages. */

import type { Browser } from 'puppeteer'
import { candidates } from '../../pipeline/print/candidates.ts'
import { launch } from '../../pipeline/print/launch.ts'

/** The first that is found; throws where there is none. */
export async function launched(): Promise<Browser> {
  for await (const candidate of candidates()) return launch(candidate)
  throw new Error('No browser was found')
}
