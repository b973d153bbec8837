/** Runs a bench's half as the product runs, not through a loader: `compiled.mjs ENTRY ARGUMENT…`, the entry as a path from the root. */

import { program } from '../../pipeline/cli/program.mjs'

const [entry = ''] = process.argv.splice(2, 1)
await program(entry)
