/** A browser that is spoken to through an address, and a program that is killed. */

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

const onLinux = process.platform === 'linux' ? test : test.skip

/** Starts a process in a group of its own in the place of a browser, tethers it, says its number and waits. */
const program = `
  import { spawn } from 'node:child_process'
  import { tether } from './pipeline/print/tether.ts'
  const child = spawn('sleep', ['300'], { detached: true, stdio: 'ignore' })
  tether({ process: () => child })
  console.log(child.pid)
  setInterval(() => undefined, 1000)
`

/** One that has ended and that nobody has waited for has no command any more. */
const isRunning = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== ''
  } catch {
    return false
  }
}

onLinux('ends with its program, however that ends', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } })
  const pid = await new Promise<number>((resolve) => child.stdout.once('data', (text) => resolve(Number(text))))
  expect(isRunning(pid)).toBe(true)
  child.kill('SIGKILL')
  for (let tries = 0; tries < 100 && isRunning(pid); tries++) await new Promise((resolve) => setTimeout(resolve, 100))
  expect(isRunning(pid)).toBe(false)
}, 60_000)
