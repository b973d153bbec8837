/** Progress: one line that rewrites itself on a terminal, plain lines elsewhere, nothing when quiet. */

import { clearLine, cursorTo } from 'node:readline'
import type { WriteStream } from 'node:tty'
import type { Words } from '../model/words.ts'
import type { Progress } from '../model/progress.ts'

export interface Shown extends Progress {
  /** Takes the line away, so that what follows starts clean. */
  done(): void
}

export function progressOn(stream: NodeJS.WriteStream, words: Words, quiet: boolean): Shown {
  if (quiet) return { step: () => undefined, done: () => undefined }
  if (!stream.isTTY) {
    return { step: (name, values) => void stream.write(`${words(`cli:step.${name}`, values)}\n`), done: () => undefined }
  }
  return terminalLine(stream, words)
}

function terminalLine(stream: WriteStream, words: Words): Shown {
  const clear = () => {
    clearLine(stream, 0)
    cursorTo(stream, 0)
  }
  return {
    step: (name, values) => {
      clear()
      stream.write(words(`cli:step.${name}`, values).slice(0, Math.max(20, stream.columns - 1)))
    },
    done: clear,
  }
}
