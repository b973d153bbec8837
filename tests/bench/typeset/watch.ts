/** Runs a program and watches what it takes: wall time, and the memory of the program with everything that it starts. */

import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface Watched {
  /** Undefined where a signal ended it, ours at the limit or another's. */
  readonly code: number | undefined
  readonly seconds: number
  /** Megabytes of all processes together at the worst moment; pages that they share count once for each. */
  readonly peak: number
  /** Megabytes of the greatest single process at its worst. */
  readonly greatest: number
  readonly output: string
  /** What the program sent over its channel, in order, with seconds since its start. */
  readonly told: readonly { readonly message: unknown; readonly at: number }[]
}

interface WatchOptions {
  readonly cwd?: string
  readonly environment?: Readonly<Record<string, string>>
  /** Seconds after which it is ended. */
  readonly limit?: number
}

/** Milliseconds between two looks. */
const interval = 50

export function watch(command: string, args: readonly string[], { cwd, environment = {}, limit = 1800 }: WatchOptions = {}): Promise<Watched> {
  const started = performance.now()
  const child = spawn(command, args, {
    ...(cwd === undefined ? {} : { cwd }), env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true,
  })
  const told: { message: unknown; at: number }[] = []
  const output: string[] = []
  const memory = memoryOf(child)
  child.on('message', (message) => {
    told.push({ message, at: (performance.now() - started) / 1000 })
    if (message === 'measure') memory.restart()
  })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => output.push(bytes.toString()))
  const timer = setTimeout(() => endGroup(child), limit * 1000)
  return new Promise((resolve, reject) => {
    child.once('error', (error) => { memory.stop(); clearTimeout(timer); reject(error) })
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code: code ?? undefined, seconds: (performance.now() - started) / 1000, ...memory.stop(), output: output.join(''), told })
    })
  })
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It ended by itself meanwhile.
  }
}

interface Memory {
  /** Forgets what was seen, for what is to be measured begins only now. */
  restart(): void
  stop(): { peak: number; greatest: number }
}

function memoryOf({ pid }: ChildProcess): Memory {
  // What was once seen below the program stays its own, though its parent ends before it.
  const family = new Set(pid === undefined ? [] : [pid])
  let [peak, greatest] = [0, 0]
  const timer = setInterval(() => {
    const sizes = sizesOf(family)
    peak = Math.max(peak, sizes.reduce((sum, size) => sum + size, 0))
    greatest = Math.max(greatest, ...sizes)
  }, interval)
  return {
    restart: () => { [peak, greatest] = [0, 0] },
    stop: () => {
      clearInterval(timer)
      return { peak, greatest }
    },
  }
}

/** Megabytes of each living process of a family, which grows by the children found; nothing where there is no /proc. */
function sizesOf(family: Set<number>): number[] {
  const all = processes()
  for (let before = -1; before < family.size;) {
    before = family.size
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid)
  }
  return all.filter(({ pid }) => family.has(pid)).map(({ megabytes }) => megabytes)
}

interface Process {
  readonly pid: number
  readonly parent: number
  readonly megabytes: number
}

/** Bytes of a page of memory; Linux on x86-64 and most others. */
const memoryPage = 4096

function processes(): Process[] {
  return folderNames('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      // The name, in parentheses, may hold spaces; parent and resident pages are the 4th and the 24th field.
      const fields = readFileSync(`/proc/${name}/stat`, 'latin1').split(') ').at(-1)!.split(' ')
      return [{ pid: Number(name), parent: Number(fields[1]), megabytes: (Number(fields[21]) * memoryPage) / 1e6 }]
    } catch {
      return [] // It ended between the two looks.
    }
  })
}

function folderNames(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}
