/** `finish.ts PRINT PROFILE`: finishes a print that was kept, in a process of its own, and tells seconds, seconds of the processor, megabytes and bytes as JSON. */

import { readFileSync, writeFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
import { profileNamed } from '../../../pipeline/book/profile.ts'
import { finisherHere } from '../../../pipeline/writers/pdf/finisher.ts'
import { orderOf, type ToFinish } from '../../../pipeline/writers/pdf/order.ts'
import type { Typeset } from '../../../pipeline/writers/pdf/typeset.ts'

const [kept = '', profile = 'screen', out] = process.argv.slice(2)
// What `run.ts` has written.
const job = deserialize(readFileSync(kept)) as Omit<ToFinish, 'profile'> & { set: Typeset }
const before = process.cpuUsage()
const start = performance.now()
const wanted = profileNamed(profile)
const finishing = finisherHere.begin(wanted)
job.set.prints.forEach(finishing.take)
const { bytes } = await finishing.finish(orderOf({ ...job, profile: wanted }))
const seconds = (performance.now() - start) / 1000
const { user, system } = process.cpuUsage(before)
if (out) writeFileSync(out, bytes)
console.log(JSON.stringify({ seconds, processor: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024, bytes: bytes.byteLength }))
