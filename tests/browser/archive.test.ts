/** A finished file for screens held against PDFBox, where that and qpdf are installed. It knows PDF/A-1b alone. */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { profileNamed } from '../../pipeline/book/profile.ts'
import { openBrowser } from '../../pipeline/print/browser.ts'
import { finishPdf, printPdf } from '../../pipeline/writers/pdf/index.ts'
import { book, chapter, edition, heading, paragraph, passage, prose } from '../support/edition.ts'

const jars = ['preflight', 'pdfbox2', 'xmpbox', 'fontbox2', 'commons-logging', 'commons-io', 'javax.activation', 'jaxb-api'].map((jar) => `/usr/share/java/${jar}.jar`)
const has = (command: string): boolean => spawnSync(command, ['--version']).error === undefined
const isThere = jars.every((jar) => existsSync(jar)) && has('java') && has('qpdf')

const folder = mkdtempSync(join(tmpdir(), 'tawazi-archive-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the first part of the standard asks and the second does not: a list of each subset's glyphs, and its own number. */
const ofTheFirstPart = /^(?:3\.1\.11|7\.11\S*) : /

;(isThere ? describe : describe.skip)('PDFBox', () => {
  test('finds nothing in a file that claims PDF/A-2a but what the first part alone asks', async () => {
    const browser = await openBrowser()
    try {
      const set = edition('columns-en', chapter('one', { en: 'Kiln', ar: 'أتون' }, heading('en', 'Kiln'),
        ...[1, 2, 3].map((seed) => passage(['en', paragraph('en', prose('en', 60, seed))], ['ar', paragraph('ar', prose('ar', 60, seed))]))))
      const { artifacts: [{ bytes }] } = await finishPdf(await printPdf([set], { name: 'kiln.pdf', book, browser }), profileNamed('screen'))
      expect(Buffer.from(bytes).toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>')
      const [made, plain] = [join(folder, 'kiln.pdf'), join(folder, 'plain.pdf')]
      writeFileSync(made, bytes)
      // The first part knows no streams of objects.
      spawnSync('qpdf', ['--newline-before-endstream', '--object-streams=disable', '--force-version=1.4', made, plain])
      const { stdout } = spawnSync('java', ['-cp', jars.join(delimiter), 'org.apache.pdfbox.preflight.Validator_A1b', plain], { encoding: 'utf8' })
      const said = stdout.split('\n').filter((line) => /^\d+(?:\.\d+)+ : /.test(line))
      expect(said.length).toBeGreaterThan(0)
      expect(said.filter((line) => !ofTheFirstPart.test(line))).toEqual([])
    } finally {
      await browser.close()
    }
  }, 120_000)
})
