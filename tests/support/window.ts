/** A browser as a person has it: unlike the pipeline's own it reaches this machine's servers. */

import type { Browser } from 'puppeteer'
import { candidates } from '../../pipeline/print/candidates.ts'
import { fontEnvironment } from '../../pipeline/print/fontconfig.ts'

export async function openWindowing(): Promise<Browser> {
  const { default: puppeteer } = await import('puppeteer')
  for await (const { executable, kind, environment } of candidates()) {
    return puppeteer.launch({
      executablePath: executable,
      headless: /headless.shell/.test(executable) || kind === 'packaged' ? 'shell' : true,
      args: ['--no-sandbox', '--disable-gpu', '--no-proxy-server', '--disable-dev-shm-usage'],
      env: { ...process.env, ...(await fontEnvironment()), ...environment },
    })
  }
  throw new Error('No browser was found')
}
