/** Ends a browser with this program, however that ends. */

import { spawn } from 'node:child_process'
import type { Browser } from 'puppeteer'

/** The input of a shell ends with the program that holds the other end; what it waits for then is to end the browser's process group. */
const script = 'read -r _; kill -KILL "-$0"'

/**
 * A browser that is spoken to through an address doesn't notice that its program is gone: a shell of its own does.
 * On Windows there is none, and such a browser stays behind a program that was killed.
 */
export function tether(browser: Browser): void {
  const child = browser.process()
  if (!child?.pid || process.platform === 'win32') return
  const shell = spawn('sh', ['-c', script, String(child.pid)], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  // Without a shell the browser is only not tethered.
  shell.once('error', () => undefined)
  shell.unref()
  // The number of a browser that has ended may become another's.
  child.once('exit', () => shell.kill('SIGKILL'))
}
