/**
 * Measures preflight: `npm run bench:preflight -- DIR [--runs 3]`.
 *
 * DIR holds PDFs named for their profiles, `NAME.PROFILE.pdf`, as `npm run bench:press -- --keep DIR` leaves them.
 * Each is looked at in processes of its own, reading of the file included, pictures not. Prints Markdown.
 */

import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { profileNames } from '../../../pipeline/book/profile.ts'
import { head, line } from '../typeset/table.ts'

const { values: { runs }, positionals: [folder] } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string', default: '3' } } })
if (folder === undefined) throw new Error('npm run bench:preflight -- DIR')

interface Measured {
  readonly pages: number
  readonly broken: number
  readonly seconds: number
  readonly processor: number
  readonly megabytes: number
}

const profileOf = (file: string): string | undefined => profileNames.find((name) => file.endsWith(`.${name}.pdf`))

const measure = (file: string, profile: string): Measured =>
  JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('look.ts', import.meta.url)), file, profile], { encoding: 'utf8' })) as Measured

head('file', 'pages', 'seconds', 'processor seconds', 'peak MB', 'pages/s', 'not met')
for (const file of readdirSync(folder).filter((name) => profileOf(name) !== undefined).sort()) {
  const all = Array.from({ length: Number(runs) }, () => measure(join(folder, file), profileOf(file) ?? ''))
  const best = all.reduce((least, one) => (one.seconds < least.seconds ? one : least))
  line(basename(file), best.pages, best.seconds.toFixed(2), best.processor.toFixed(2), Math.round(best.megabytes), Math.round(best.pages / best.seconds), best.broken)
}
