/** One preflight, measured in a process of its own; prints JSON. */

import { readFileSync } from 'node:fs'
import { profileNamed } from '../../../pipeline/book/profile.ts'
import { preflight } from '../../../pipeline/check/pdf/index.ts'

const [file = '', profile = ''] = process.argv.slice(2)
const asked = profileNamed(profile)
const start = performance.now()
const before = process.cpuUsage()
const { pages, requirements } = preflight(readFileSync(file), file, asked)
const { user, system } = process.cpuUsage(before)
console.log(JSON.stringify({
  pages: pages.length, broken: requirements.filter(({ verdict }) => verdict === 'broken').length, seconds: (performance.now() - start) / 1000,
  processor: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024,
}))
