/** The browser inside the npm package, as a bare machine has it: no other browser, no fonts, no settings of the system. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { openBrowser, tryCandidate } from '../../pipeline/print/browser.ts'
import { candidates, type Candidate } from '../../pipeline/print/candidates.ts'
import { fontEnvironment } from '../../pipeline/print/fontconfig.ts'
import { hasPackaged, unpackPackaged } from '../../pipeline/print/packaged.ts'
import { Unfit } from '../../pipeline/print/unfit.ts'

const folder = mkdtempSync(join(tmpdir(), 'tawazi-bare-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Skipped where the optional package is absent or made for other machines. */
const withPackage = hasPackaged() ? test : test.skip
const onLinux = process.platform === 'linux' ? test : test.skip

/** Settings for a system whose only fonts are in these folders. */
function onlyFonts(name: string, folders: readonly string[]): Record<string, string> {
  const path = join(folder, name)
  writeFileSync(path, `<?xml version="1.0"?><fontconfig>${folders.map((one) => `<dir>${one}</dir>`).join('')}<cachedir>${folder}/cache</cachedir></fontconfig>`)
  return { FONTCONFIG_FILE: path }
}

async function packaged(environment: Record<string, string>): Promise<Candidate> {
  const { executable, libraries } = (await unpackPackaged())!
  return { kind: 'packaged', executable, environment: { LD_LIBRARY_PATH: libraries, ...environment } }
}

const ownFonts = async (): Promise<string> => join(dirname((await fontEnvironment())['FONTCONFIG_FILE']!), 'fonts')

withPackage('the packaged browser prints both scripts with the one font that the program brings', async () => {
  const browser = await openBrowser({ among: [await packaged(onlyFonts('own.conf', [await ownFonts()]))] })
  expect(browser.name).toMatch(/^HeadlessChrome\/\d+/)
  await browser.close()
}, 60_000)

withPackage('without any font the start-up check refuses it', async () => {
  const tried = await tryCandidate(await packaged(onlyFonts('none.conf', [])))
  expect(tried).toBeInstanceOf(Unfit)
}, 60_000)

withPackage('the packaged browser is the last of all', async () => {
  const kinds: string[] = []
  for await (const { kind } of candidates()) kinds.push(kind)
  expect(kinds.at(-1)).toBe(process.env['PUPPETEER_EXECUTABLE_PATH'] ? 'environment' : 'packaged')
}, 60_000)

onLinux('an installed browser prints with that one font as well', async () => {
  let installed: Candidate | undefined
  for await (const candidate of candidates()) {
    installed = candidate
    break
  }
  const fonts = onlyFonts('installed.conf', [await ownFonts()])
  const browser = await openBrowser({ among: [{ ...installed!, environment: { ...installed!.environment, ...fonts } }] })
  await browser.close()
}, 60_000)
