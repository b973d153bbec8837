#!/usr/bin/env node
// The program: TypeScript is read as it stands.
import { register } from 'tsx/esm/api'

register()
const { run } = await import('./main.ts')
process.exitCode = await run(process.argv.slice(2))
