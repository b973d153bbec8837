/** A document that stays open in the browser while several steps are done on it. */

import type { Page } from 'puppeteer'
import type { PrintOptions } from './document.ts'

export interface LoadedDocument {
  /** Runs a script of the product's own, given as its text; what it defines stays until the document is closed. */
  install(script: string): Promise<void>
  /** Calls the expression `name` that a script has defined, with one argument; argument and result are JSON. */
  call<T>(name: string, argument?: unknown): Promise<T>
  print(options: PrintOptions): Promise<Uint8Array>
}

export function loaded(page: Page): LoadedDocument {
  return {
    install: async (script) => void await page.evaluate(script),
    // An expression is sent, for a function would be compiled anew, and with other names, on its way;
    // a text comes back, for the protocol takes far longer over an object.
    call: async <T>(name: string, argument?: unknown) => {
      const result = await page.evaluate(`JSON.stringify(${name}(${argument === undefined ? '' : JSON.stringify(argument)}) ?? null)`)
      return JSON.parse(result as string) as T
    },
    print: ({ tagged, outline }) => page.pdf({ preferCSSPageSize: true, printBackground: true, tagged, outline, timeout: 0 }),
  }
}
