/** The thread that finishes prints: a module of its own in the compiled program. */

import { parentPort } from 'node:worker_threads'
import { finisherHere, type Finishing } from './finisher.ts'
import { sent, type Asked, type Told } from './thread.ts'

const files = new Map<number, Finishing>()

const tell = (told: Told): void => parentPort?.postMessage(told, 'finished' in told ? [told.finished.bytes.buffer as ArrayBuffer] : [])

parentPort?.on('message', (asked: Asked) => {
  const { file } = asked
  if (asked.kind === 'begin') files.set(file, finisherHere.begin(asked.profile))
  else if (asked.kind === 'take') files.get(file)?.take(asked.print, asked.part)
  else {
    const finishing = files.get(file)
    files.delete(file)
    if (asked.kind === 'finish') finishing?.finish(asked.order).then((finished) => tell({ file, finished }), (fault: unknown) => tell({ file, fault: sent(fault) }))
  }
})
