/** Runs a program and watches what it takes, with everything that it starts: wall time, processor time, memory. */

import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface Watched {
  /** Undefined where a signal ended it, ours at the limit or another's. */
  readonly code: number | undefined
  readonly seconds: number
  /** Seconds of processor time, which a busy machine hardly changes; what a process took after the last look at it is lost. */
  readonly processor: number
  /** Megabytes of all processes together at the worst moment; pages that they share count once for each. */
  readonly peak: number
  /** The same with shared pages counted once, looked at twice a second only; 0 where the system doesn't tell. */
  readonly proportional: number
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

/** Milliseconds between two looks; new processes are looked for at every fifth. */
const interval = 50

export function watch(command: string, args: readonly string[], { cwd, environment = {}, limit = 1800 }: WatchOptions = {}): Promise<Watched> {
  const started = performance.now()
  const child = spawn(command, args, {
    ...(cwd === undefined ? {} : { cwd }), env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const told: { message: unknown; at: number }[] = []
  const output: string[] = []
  const use = useOf(child)
  child.on('message', (message) => {
    told.push({ message, at: (performance.now() - started) / 1000 })
    if (message === 'measure') use.restart()
    if (message === 'done') use.pause()
  })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => output.push(bytes.toString()))
  const timer = setTimeout(() => use.end(), limit * 1000)
  return new Promise((resolve, reject) => {
    child.once('error', (error) => { use.stop(); clearTimeout(timer); reject(error) })
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code: code ?? undefined, seconds: (performance.now() - started) / 1000, ...use.stop(), output: output.join(''), told })
    })
  })
}

type Used = Pick<Watched, 'processor' | 'peak' | 'proportional' | 'greatest'>

interface Use {
  /** Forgets what was seen, for what is to be measured begins only now. */
  restart(): void
  /** What follows is no longer measured. */
  pause(): void
  stop(): Used
  /** Ends the program and all that it has started. */
  end(): void
}

function useOf({ pid }: ChildProcess): Use {
  // What was once seen below the program stays its own, though its parent ends before it.
  const family = new Set(pid === undefined ? [] : [pid])
  const ticks = new Map<number, number>()
  const spent = () => [...ticks.values()].reduce((sum, count) => sum + count, 0) / ticksPerSecond
  let [looks, before, peak, proportional, greatest] = [0, 0, 0, 0, 0]
  const look = () => {
    // To look through all processes takes a few milliseconds, which the program itself may need.
    const members = looks++ % 5 === 0 ? living(family) : processes([...family])
    for (const member of members) ticks.set(member.pid, member.ticks)
    const sizes = members.map(({ megabytes }) => megabytes)
    peak = Math.max(peak, sizes.reduce((sum, size) => sum + size, 0))
    greatest = Math.max(greatest, ...sizes)
    if (looks % 10 === 0) proportional = Math.max(proportional, members.reduce((sum, { pid }) => sum + shareOf(pid), 0))
  }
  let result: Used | undefined
  const timer = setInterval(look, interval)
  const pause = (): Used => {
    clearInterval(timer)
    return (result ??= { processor: spent() - before, peak, proportional, greatest })
  }
  return {
    restart: () => {
      look()
      before = spent()
      ;[peak, proportional, greatest] = [0, 0, 0]
    },
    pause: () => {
      look()
      pause()
    },
    stop: pause,
    end: () => living(family).forEach(({ pid }) => endProcess(pid)),
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself meanwhile.
  }
}

/** The living processes of a family, which grows by the children found; none where there is no /proc. */
function living(family: Set<number>): Process[] {
  const all = processes(folderNames('/proc').filter((name) => /^\d+$/.test(name)).map(Number))
  for (let before = -1; before < family.size;) {
    before = family.size
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid)
  }
  return all.filter(({ pid }) => family.has(pid))
}

interface Process {
  readonly pid: number
  readonly parent: number
  readonly megabytes: number
  readonly ticks: number
}

/** Bytes of a page of memory; Linux on x86-64 and most others. */
const memoryPage = 4096

/** Linux counts processor time for programs so on every architecture of today. */
const ticksPerSecond = 100

function processes(pids: readonly number[]): Process[] {
  return pids.flatMap((pid) => {
    try {
      // The name, in parentheses, may hold spaces; the parent is the 4th field, time of its own the 14th and 15th, resident pages the 24th.
      const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)!.split(' ')
      return [{ pid, parent: Number(fields[1]), megabytes: (Number(fields[21]) * memoryPage) / 1e6, ticks: Number(fields[11]) + Number(fields[12]) }]
    } catch {
      return [] // It ended between the two looks.
    }
  })
}

/** Megabytes of a process, of each page that it shares with others its part. */
function shareOf(pid: number): number {
  try {
    return (Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))?.[1] ?? 0) * 1024) / 1e6
  } catch {
    return 0
  }
}

function folderNames(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}
