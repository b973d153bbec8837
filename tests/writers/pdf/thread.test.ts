/** A thread that finishes prints: what it is asked, what it answers, how it ends. */

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { profileNamed } from '../../../pipeline/book/profile.ts'
import type { Order } from '../../../pipeline/writers/pdf/order.ts'
import { FinishingThread } from '../../../pipeline/writers/pdf/thread.ts'

const screen = profileNamed('screen')

const order: Order = {
  name: 'x.pdf', profile: screen, runs: [{ language: 'en', folios: [] }], headings: [], trim: { width: 100, height: 100 }, digits: 'arab',
  about: { title: 'x', titles: { en: 'x', ar: 'x' }, author: '', language: 'en', languages: ['en'], date: undefined },
}

let thread: FinishingThread | undefined

afterEach(() => thread?.close())

/** What it does when it gets an order is `body`; `all` is what it was asked so far. */
function threadThat(body: string): FinishingThread {
  const program = join(mkdtempSync(join(tmpdir(), 'tawazi-thread-')), 'thread.mjs')
  writeFileSync(program, `
    import { parentPort } from 'node:worker_threads'
    const told = (file, text) => parentPort.postMessage({ file, finished: { bytes: new TextEncoder().encode(text), claims: [], messages: [] } })
    const all = []
    parentPort.on('message', (asked) => {
      const { file, kind } = asked
      all.push(kind === 'take' ? file + ' take ' + asked.part + ' ' + asked.print : file + ' ' + kind)
      if (kind === 'take' && asked.part === 13) throw new RangeError('no memory')
      if (kind === 'finish') { ${body} }
    })`)
  return (thread = new FinishingThread(program))
}

const textOf = async (finished: Promise<{ readonly bytes: Uint8Array }>): Promise<string> => new TextDecoder().decode((await finished).bytes)

test('what belongs to one file is told apart from the others, and each answer reaches who waits for it', async () => {
  // The second file is answered first.
  const own = threadThat('globalThis.waiting ? (told(file, "second"), told(0, all.join(", "))) : (globalThis.waiting = true)')
  const [one, other] = [own.begin(screen), own.begin(screen)]
  other.take(Uint8Array.of(7), 1)
  one.take(Uint8Array.of(8, 9), 0)
  const [first, second] = [one.finish(order), other.finish(order)]
  expect(await textOf(second)).toBe('second')
  expect(await textOf(first)).toBe('0 begin, 1 begin, 1 take 1 7, 0 take 0 8,9, 0 finish, 1 finish')
})

test('a fault of one file is that file’s alone', async () => {
  const own = threadThat('file === 0 ? parentPort.postMessage({ file, fault: new TypeError("no pages") }) : told(file, "whole")')
  const [one, other] = [own.begin(screen), own.begin(screen)]
  await expect(one.finish(order)).rejects.toThrow('no pages')
  expect(await textOf(other.finish(order))).toBe('whole')
})

test('a thread that ends answers nobody any more', async () => {
  const own = threadThat('process.exit(3)')
  await expect(own.begin(screen).finish(order)).rejects.toThrow('ended with 3')
})

test('a thread that fails as a whole fails all who wait', async () => {
  const own = threadThat('if (all.filter((asked) => asked.endsWith("finish")).length === 2) throw new RangeError("broken")')
  const [one, other] = [own.begin(screen), own.begin(screen)].map((file) => file.finish(order))
  await expect(one).rejects.toThrow('broken')
  await expect(other).rejects.toThrow('broken')
})

test('a thread that fails before anybody waits is told to whoever asks later', async () => {
  const file = threadThat('').begin(screen)
  file.take(Uint8Array.of(1), 13)
  await new Promise((resolve) => setTimeout(resolve, 500))
  await expect(file.finish(order)).rejects.toThrow('no memory')
})
