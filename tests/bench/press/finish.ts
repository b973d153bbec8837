/** `finish.ts PRINT PROFILE`: finishes a print that was kept, in a process of its own, and tells seconds, seconds of the processor, megabytes and bytes as JSON. */

import { readFileSync, writeFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
import { profileNamed } from '../../../pipeline/book/profile.ts'
import { finished, type ToFinish } from '../../../pipeline/writers/pdf/finish.ts'

const [kept = '', profile = 'screen', out] = process.argv.slice(2)
// What `run.ts` has written.
const job = deserialize(readFileSync(kept)) as Omit<ToFinish, 'profile'>
const before = process.cpuUsage()
const start = performance.now()
const { bytes } = await finished({ ...job, profile: profileNamed(profile) })
const seconds = (performance.now() - start) / 1000
const { user, system } = process.cpuUsage(before)
if (out) writeFileSync(out, bytes)
console.log(JSON.stringify({ seconds, processor: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024, bytes: bytes.byteLength }))
