/** Pictures of a book: inside its folder, of a kind that can be set, and free of anything that would run. */

import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { basename, dirname, join, posix, relative, sep } from 'node:path'
import { closest } from 'fastest-levenshtein'
import { imageSize } from 'image-size'
import type { Image, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Language } from '../model/language.ts'
import type { Message, Place } from '../model/message.ts'
import { fileBytesNow } from './file.ts'

/** Media types by the first bytes of the file. */
const kinds: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['image/png', /^\u0089PNG\r\n/],
  ['image/jpeg', /^\u00FF\u00D8\u00FF/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
  ['image/svg+xml', /^(?:\u00EF\u00BB\u00BF)?\s*(?:<\?xml[\s\S]*?\?>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/],
]

/** The media type of a picture, or undefined for a file that is none that can be set. */
export function imageType(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4000)).toString('latin1')
  return kinds.find(([, pattern]) => pattern.test(start))?.[0]
}

/** Makes each picture's address a path from the book's root; one from the network is replaced by its words. Changes `tree`. */
export function settleImages(tree: Root, root: string, file: string, language: Language): Message[] {
  const messages: Message[] = []
  visit(tree, 'image', (node, index, parent) => {
    const place = { file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 }
    const tell = (rule: string, severity: Message['severity'], values: Record<string, string> = {}) =>
      void messages.push({ rule: `reading/${rule}`, severity, language, place, values: { image: node.url, ...values } })
    if (/^[a-z][a-z0-9+.-]*:/i.test(node.url) || node.url.startsWith('//')) {
      tell('image-remote', 'warning')
      const words = [node.alt, node.title].filter(Boolean).join(' ')
      parent?.children.splice(index ?? 0, 1, { type: 'text', value: words })
      return
    }
    if (!node.alt) tell('image-without-alt', 'warning')
    settle(node, root, file, tell)
  })
  return messages
}

type Tell = (rule: string, severity: Message['severity'], values?: Record<string, string>) => void

function settle(node: Image, root: string, file: string, tell: Tell): void {
  const path = posix.normalize(posix.join(posix.dirname(file), decoded(node.url)))
  const faults = faultsOf(path, root)
  for (const { rule, severity, values } of faults) tell(rule, severity, values)
  if (faults.every(({ severity }) => severity !== 'error')) node.url = path
}

interface Fault {
  readonly rule: string
  readonly severity: Message['severity']
  readonly values?: Record<string, string>
}

/** What is wrong with a picture for print alone, however large it is; `path` is relative to `root`. */
export const pictureFaults = (path: string, root: string): Fault[] =>
  faultsOf(posix.normalize(path), root).filter(({ rule }) => rule !== 'image-huge').map((fault) => ({ ...fault, rule: `reading/${fault.rule}` }))

function faultsOf(path: string, root: string): Fault[] {
  const error = (rule: string, values = {}): Fault[] => [{ rule, severity: 'error', values }]
  const absolute = join(root, path)
  if (path.startsWith('..') || !isInside(root, absolute)) return error('image-outside')
  if (!existsSync(absolute)) {
    const name = nearest(absolute)
    return name === undefined ? error('image-nowhere') : error('image-missing', { nearest: name })
  }
  const bytes = bytesOf(absolute)
  if (!bytes) return error('image-unreadable')
  const type = imageType(bytes)
  if (!type) return error('image-unknown')
  if (!isWhole(bytes, type)) return error('image-damaged')
  return [...(isHuge(bytes, type) ? [{ rule: 'image-huge', severity: 'warning' } as const] : []), ...(isActive(bytes, type) ? [{ rule: 'image-active', severity: 'warning' } as const] : [])]
}

const isActive = (bytes: Buffer, type: string): boolean =>
  type === 'image/svg+xml' && /<script|\son\w+\s*=|<foreignObject|href\s*=\s*["'](?!#|data:image)/i.test(bytes.toString('utf8'))

/** Undefined for a folder, and for what may not be read. */
function bytesOf(path: string): Buffer | undefined {
  try {
    return fileBytesNow(path)
  } catch {
    return undefined
  }
}

/** Whether a picture tells its size and ends as its kind does; a file that was cut short does not. */
function isWhole(bytes: Buffer, type: string): boolean {
  const end = { 'image/png': 'IEND', 'image/jpeg': '\u00FF\u00D9', 'image/svg+xml': '>' }[type]
  try {
    const { width, height } = type === 'image/svg+xml' ? { width: 1, height: 1 } : imageSize(bytes)
    return width > 0 && height > 0 && (end === undefined || bytes.includes(Buffer.from(end, 'latin1'), Math.floor(bytes.length / 2)))
  } catch {
    return false
  }
}

/** Millions of pixels, and of bytes, beyond which e-readers show a picture late or never: our own choice, twice what a printed page needs. */
const large = { pixels: 20, bytes: 10 }

function isHuge(bytes: Buffer, type: string): boolean {
  if (bytes.length > large.bytes * 1e6) return true
  if (type === 'image/svg+xml') return false
  const { width, height } = imageSize(bytes)
  return width * height > large.pixels * 1e6
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

/** Whether a path, with every link followed, stays inside the book. What is not there yet counts by its name. */
export function isInside(root: string, path: string): boolean {
  const real = existsSync(path) ? realpathSync(path) : path
  const home = existsSync(root) && existsSync(path) ? realpathSync(root) : root
  const way = relative(home, real)
  return way !== '..' && !way.startsWith(`..${sep}`)
}

/** The picture of the same folder whose name is most like it, for what is missing is often misspelt. */
function nearest(path: string): string | undefined {
  const names = existsSync(dirname(path)) ? readdirSync(dirname(path)).filter((name) => /\.(?:png|jpe?g|gif|webp|svg)$/i.test(name)) : []
  return names.length > 0 ? closest(basename(path), names) : undefined
}

export const placeIn = (file: string, node: { position?: { start: { line: number; column: number } } | undefined }): Place =>
  ({ file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 })
