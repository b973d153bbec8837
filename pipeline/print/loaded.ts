/** A document that stays open in the browser while several steps are done on it. */

import type { Page } from 'puppeteer'
import type { DeskContent, PictureKind, PictureSize, PrintOptions } from './document.ts'
import { paged } from './paged.ts'
import { showsSigns } from './signs.ts'
import { sized } from './sized.ts'

export interface LoadedDocument {
  /** Puts in what there is to work on; pictures are decoded when it ends. */
  write(content: DeskContent): Promise<void>
  /** Runs a script of the product's own, given as its text, once for each tab; what it defines stays. */
  install(script: string): Promise<void>
  /** Calls the expression `name` that a script has defined, with one argument; argument and result are JSON. */
  call<T>(name: string, argument?: unknown): Promise<T>
  print(options: PrintOptions): Promise<Uint8Array>
  /** The top of the document as a screen of that size shows its print style; a PNG if nothing else is said. */
  picture(size: PictureSize, kind?: PictureKind): Promise<Uint8Array>
}

/** `installed` holds the scripts that the page has run. */
export function loaded(page: Page, installed: Set<string>): LoadedDocument {
  // An expression is sent, for a function would be compiled anew, and with other names, on its way;
  // a text comes back, for the protocol takes far longer over an object.
  const evaluated = async (expression: string): Promise<unknown> =>
    JSON.parse(await page.evaluate(`Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`) as string)
  return {
    write: async (content) => void await evaluated(`(${put})(${JSON.stringify({ ...content, hasSigns: showsSigns(content.body) })})`),
    install: async (script) => {
      if (installed.has(script)) return
      await page.evaluate(script)
      installed.add(script)
    },
    call: async <T>(name: string, argument?: unknown) =>
      await evaluated(`${name}(${argument === undefined ? '' : JSON.stringify(argument)})`) as T,
    print: (options) => paged(page, options),
    picture: async (size, kind = 'png') => {
      await sized(page, size)
      return page.screenshot({ type: kind, ...(kind === 'jpeg' && { quality: 88 }), clip: { x: 0, y: 0, width: size.width, height: size.height } })
    },
  }
}

/** Runs in the page, as text: a compiler would give it helpers that the page has not. A picture that cannot be decoded is told of by whoever measures it. */
const put = `({ title, lang, dir, style, classes, body, hasSigns }) => {
  const root = document.documentElement
  root.removeAttribute('style')
  Object.assign(root, { lang, dir })
  document.title = title
  let sheet = document.getElementById('desk-style')
  if (!sheet) {
    sheet = document.createElement('style')
    sheet.id = 'desk-style'
    document.head.append(sheet)
  }
  sheet.textContent = style
  document.body.className = classes.join(' ')
  document.body.innerHTML = body
  // Laid out, it knows which faces it lacks; where it lacks none there is nothing to wait for, not even for it to be drawn.
  document.body.getBoundingClientRect()
  const faces = hasSigns ? [...document.fonts].map((face) => face.load().catch(() => undefined)) : []
  return Promise.all([...faces, document.fonts.status === 'loading' ? document.fonts.ready : null, ...[...document.images].map((image) => image.decode().catch(() => undefined))]).then(() => null)
}`
