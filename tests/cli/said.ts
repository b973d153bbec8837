/** What a command says, run in this process; nothing that it does may need a browser. */

import { jest } from '@jest/globals'
import { run } from '../../pipeline/cli/main.ts'

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command as from within `folder`. */
export async function saidIn(folder: string, argv: readonly string[]): Promise<Said> {
  const printed = { out: '', err: '' }
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed.out += String(text))))
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((printed.err += String(text))))
  const here = process.cwd()
  process.chdir(folder)
  try {
    return { code: await run(argv), ...printed }
  } finally {
    process.chdir(here)
    jest.restoreAllMocks()
  }
}
