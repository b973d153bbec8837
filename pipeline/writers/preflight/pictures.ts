/** Pictures of pages, for a report to mark places on. */

import { Worker } from 'node:worker_threads'

/** Pages that are drawn at the most; a report with more is too large to be sent. */
export const mostPictures = 24

/** Pixels across, enough to find a place and to read a heading. */
const across = 560

/** Milliseconds for each page, and for all; then a report has the pictures that are there. Twenty-four pages of text take some three seconds. */
const patience = 10_000
const patienceForAll = 20_000

/** PNGs by page, so many pixels wide; pages that cannot be drawn, or not in time, are missing. */
export async function drawPages(bytes: Uint8Array, pages: readonly number[], width = across): Promise<ReadonlyMap<number, Uint8Array>> {
  const pictures = new Map<number, Uint8Array>()
  const wanted = pages.slice(0, mostPictures)
  if (wanted.length === 0) return pictures
  const worker = new Worker(new URL('painter.mjs', import.meta.url), {
    workerData: { bytes, pages: wanted, width }, resourceLimits: { maxOldGenerationSizeMb: 1024 }, stdout: true, stderr: true, execArgv: [],
  })
  await new Promise<void>((resolve) => {
    const last = setTimeout(resolve, patienceForAll)
    let timer = setTimeout(resolve, patience)
    worker.on('message', (drawn: { number: number; png: Uint8Array } | undefined) => {
      clearTimeout(timer)
      if (!drawn) return resolve()
      pictures.set(drawn.number, drawn.png)
      timer = setTimeout(resolve, patience)
    })
    worker.on('error', () => resolve())
    worker.on('exit', () => {
      for (const waiting of [timer, last]) clearTimeout(waiting)
      resolve()
    })
  })
  await worker.terminate()
  return pictures
}
