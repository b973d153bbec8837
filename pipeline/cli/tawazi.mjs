#!/usr/bin/env node
import { program } from './program.mjs'

// A trace then leads to the sources.
if (process.env.TAWAZI_DEBUG) process.setSourceMapsEnabled(true)
const { run } = await program()
const code = await run(process.argv.slice(2))
process.exitCode = code
// Steps of a browser that was ended may still be waited for; whoever interrupts does not wait.
if (code === 130) process.stderr.write('', () => process.exit(code))
