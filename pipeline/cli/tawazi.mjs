#!/usr/bin/env node
import { program } from './program.mjs'

// A trace then leads to the sources.
if (process.env.TAWAZI_DEBUG) process.setSourceMapsEnabled(true)
const { run } = await program()
process.exitCode = await run(process.argv.slice(2))
