/** Debian's OmegaT, without its window: it loads what is written and gives the Arabic back. Skipped where it is not installed. */

import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { plainOf } from '../../pipeline/exchange/run.ts'
import { writeTmx } from '../../pipeline/writers/tmx/index.ts'
import { writeXliff12 } from '../../pipeline/writers/xliff/version-1.ts'
import { writeXliff21 } from '../../pipeline/writers/xliff/version-2.ts'
import { arabic, english, withBook } from '../support/texts.ts'
import { aligned, exchanged, imported, type Aligned } from './books.ts'

/** Milliseconds; OmegaT alone takes five seconds. */
const limit = 120_000

const withOmegat = existsSync('/usr/bin/omegat') ? test : test.skip

const folders = ['source', 'target', 'tm', 'glossary', 'dictionary']

const settings = `<?xml version="1.0" encoding="UTF-8"?><omegat><project version="1.0">
${folders.map((name) => `<${name}_dir>__DEFAULT__</${name}_dir>`).join('')}<glossary_file>__DEFAULT__</glossary_file>
<source_lang>EN</source_lang><target_lang>AR</target_lang><sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>`

/** What OmegaT makes of a source with a memory as that of its project: the translated file, and the memory that it exports. */
async function translated(source: { name: string; text: string | Uint8Array }, memory: Uint8Array): Promise<{ target: string; memory: Buffer }> {
  const home = mkdtempSync(join(tmpdir(), 'tawazi-omegat-'))
  const project = join(home, 'project')
  try {
    for (const name of [...folders, 'omegat']) mkdirSync(join(project, name), { recursive: true })
    writeFileSync(join(project, 'omegat.project'), settings)
    writeFileSync(join(project, 'source', source.name), source.text)
    writeFileSync(join(project, 'omegat', 'project_save.tmx'), memory)
    await promisify(execFile)('/usr/bin/omegat', ['--mode=console-translate', `--config-dir=${join(home, 'settings')}`, project], { timeout: limit })
    const exported = readdirSync(project).find((name) => name.endsWith('-omegat.tmx')) ?? ''
    return { target: readFileSync(join(project, 'target', source.name), 'utf8'), memory: readFileSync(join(project, exported)) }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

const withAligned = (use: (book: Aligned) => Promise<void>) => withBook({ en: english, ar: arabic }, ({ manuscripts }) => use(aligned(manuscripts)))

withOmegat('a memory translates the English into the Arabic of the book, and OmegaT’s own memory comes back as pins', async () => {
  await withAligned(async (book) => {
    // A text file knows no markup.
    const units = exchanged(book).units.filter(({ en, ar }) => en.length > 0 && ar.length > 0 && [...en, ...ar].every(({ kind }) => kind === 'text'))
    const text = units.map(({ en }) => plainOf(en)).join('\n\n')
    const { target, memory } = await translated({ name: 'book.txt', text }, writeTmx(exchanged(book)).bytes)
    expect(units.length).toBeGreaterThan(10)
    expect(target.trim().split(/\n\n/)).toEqual(units.map(({ ar }) => plainOf(ar)))
    const { beads, messages, rewordings } = imported(memory, book)
    expect({ messages, rewordings }).toEqual({ messages: [], rewordings: [] })
    expect(new Set(beads.map(({ status }) => status))).toEqual(new Set(['confirmed']))
    expect(beads.length).toBeGreaterThanOrEqual(new Set(units.map(({ en }) => plainOf(en))).size)
  })
}, limit)

withOmegat.each([['1.2', writeXliff12], ['2.1', writeXliff21]] as const)('XLIFF %s comes back as it was, but for what the translator changed', async (_, write) => {
  await withAligned(async (book) => {
    const { units } = exchanged(book)
    // OmegaT 3.6 has one filter for both, which shows what stands in the target, and takes that for the source.
    const [first] = units
    const memory = writeTmx({ ...exchanged(book), units: first ? [{ ...first, en: first.ar, ar: [{ kind: 'text', text: 'بيت الفنار' }] }] : [] }).bytes
    const { target } = await translated({ name: 'book.xlf', text: write(exchanged(book)).bytes }, memory)
    const { same, rewordings, messages, beads } = imported(target, book)
    expect(same).toBe(book.alignment.beads.length - 1)
    expect(rewordings.map(({ before, after }) => `${before} > ${after}`)).toEqual(['بيت المصباح > بيت الفنار'])
    expect({ messages, beads }).toEqual({ messages: [], beads: [] })
  })
}, limit)
