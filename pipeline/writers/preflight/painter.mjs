/** Draws pages of a PDF, in a thread of its own, so that a file that keeps the drawer busy for ever can be left. */

import { parentPort, workerData } from 'node:worker_threads'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { encode } from 'fast-png'

/** @type {{ bytes: Uint8Array, pages: number[], width: number }} */
const { bytes, pages, width } = workerData

const library = await PDFiumLibrary.init()
const document = await library.loadDocument(bytes)
for (const number of pages) {
  const page = document.getPage(number - 1)
  const size = page.getOriginalSize().originalWidth
  const { data, width: across, height } = await page.render({ scale: Math.min(4, width / Math.max(1, size)), render: 'bitmap' })
  parentPort?.postMessage({ number, png: picture(data, across, height) })
}
parentPort?.postMessage(undefined)

/** Pages without colour become grey pictures, a third as large. */
function picture(data, across, height) {
  const pixels = across * height
  let isGrey = true
  for (let at = 0; at < pixels * 4 && isGrey; at += 4) isGrey = data[at] === data[at + 1] && data[at] === data[at + 2]
  const channels = isGrey ? 1 : 3
  const samples = new Uint8Array(pixels * channels)
  // PDFium gives blue, green, red and the opacity, which is full.
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let channel = 0; channel < channels; channel++) samples[pixel * channels + channel] = data[pixel * 4 + (isGrey ? 0 : channel)]
  }
  return encode({ width: across, height, data: samples, channels, depth: 8 }, { zlib: { level: 9 } })
}
