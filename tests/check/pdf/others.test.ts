/** Our facts held against other readers of PDF, where they are installed: Poppler, qpdf, MuPDF, PDFBox. */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { PDFName, type PDFDict } from '@cantoo/pdf-lib'
import { afterAll, describe, expect, test } from '@jest/globals'
import { readPdf } from '../../../pipeline/check/pdf/read.ts'
import { preflight } from '../../../pipeline/check/pdf/index.ts'
import { faults } from './faults.ts'
import { pdfWith, profiles, type Draft, type Kind } from './press.ts'

const folder = mkdtempSync(join(tmpdir(), 'tawazi-others-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const has = (command: string): boolean => spawnSync(command, ['--version']).error === undefined
const jars = ['preflight', 'pdfbox2', 'xmpbox', 'fontbox2', 'commons-logging', 'commons-io', 'javax.activation', 'jaxb-api'].map((jar) => `/usr/share/java/${jar}.jar`)
/** Skipped, under its name, where the tool is not there. */
const within = (isThere: boolean) => (isThere ? describe : describe.skip)

const saved = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, `${name}.pdf`)
  writeFileSync(path, bytes)
  return path
}

const told = (command: string, ...rest: string[]): string => spawnSync(command, rest, { encoding: 'utf8' }).stdout ?? ''

const brokenIn = (bytes: Uint8Array, kind: Kind): string[] =>
  preflight(bytes, 'x.pdf', profiles[kind]).requirements.filter(({ verdict }) => verdict === 'broken').map(({ rule }) => rule)

const changeOf = (rule: string): ((draft: Draft) => void) => faults.find((fault) => fault.rule === rule)!.change

within(has('pdfinfo'))('Poppler', () => {
  test('finds the same boxes', async () => {
    const bytes = await pdfWith('x4', changeOf('bleed'))
    const reading = readPdf(bytes)
    const boxes = 'facts' in reading ? reading.facts.pages[0]!.boxes : undefined
    const lines = told('pdfinfo', '-box', '-f', '1', '-l', '1', saved('boxes', bytes))
    for (const [name, box] of [['MediaBox', boxes?.media], ['BleedBox', boxes?.bleed], ['TrimBox', boxes?.trim]] as const) {
      const theirs = new RegExp(`${name}:\\s+([\\d.]+)\\s+([\\d.]+)\\s+([\\d.]+)\\s+([\\d.]+)`).exec(lines)?.slice(1).map(Number)
      expect(theirs).toEqual(box!.map((value) => expect.closeTo(value, 1)))
    }
  })

  test.each([['whole', undefined, 'yes'], ['without its program', 'embedded-fonts', 'no']] as const)('agrees whether a font is embedded: %s', async (_, rule, embedded) => {
    const bytes = await pdfWith('x4', rule && changeOf(rule))
    expect(told('pdffonts', saved(`fonts-${embedded}`, bytes))).toMatch(new RegExp(`EBGaramond\\s+CID TrueType\\s+Identity-H\\s+${embedded}`))
    expect(brokenIn(bytes, 'x4').includes('embedded-fonts')).toBe(embedded === 'no')
  })

  test('finds the same resolution of pictures', async () => {
    const bytes = await pdfWith('x4', changeOf('low-resolution'))
    const theirs = told('pdfimages', '-list', '-f', '1', '-l', '1', saved('images', bytes)).trim().split('\n').slice(2).map((line) => Number(line.trim().split(/\s+/)[12]))
    const reading = readPdf(bytes)
    const ours = 'facts' in reading ? reading.facts.pages[0]!.things.flatMap(({ resolution }) => (resolution ? [Math.round(resolution[0])] : [])) : []
    expect(ours).toEqual([300, 150])
    expect(theirs).toEqual(ours)
  })
})

within(has('qpdf'))('qpdf', () => {
  test.each<Kind>(['x4', 'x1a', 'screen'])('finds nothing amiss with the good file %s', async (kind) => {
    expect(spawnSync('qpdf', ['--check', saved(`whole-${kind}`, await pdfWith(kind))]).status).toBe(0)
  })

  test('finds a lost table of references, as we do', async () => {
    const bytes = Buffer.from(Buffer.from(await pdfWith('x4')).toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1')
    expect(spawnSync('qpdf', ['--check', saved('lost', bytes)]).status).not.toBe(0)
    expect(brokenIn(bytes, 'x4')).toEqual(['soundness'])
  })

  test('encrypts, and we say so', async () => {
    const [open, shut] = [saved('open', await pdfWith('x4')), join(folder, 'shut.pdf')]
    spawnSync('qpdf', ['--encrypt', '', 'owner', '256', '--', open, shut])
    expect(brokenIn(readFileSync(shut), 'x4')).toContain('encryption')
  })

  test('packs objects into streams, and we read the same', async () => {
    const [plain, packed] = [saved('plain', await pdfWith('screen')), join(folder, 'packed.pdf')]
    spawnSync('qpdf', ['--object-streams=generate', '--deterministic-id', plain, packed])
    expect(brokenIn(readFileSync(packed), 'screen')).toEqual([])
  })
})

within(has('mutool'))('MuPDF', () => {
  /** Most of each ink on the first page, from 0 to 255, drawn without any conversion. */
  const inksOf = (name: string, bytes: Uint8Array): number[] => {
    const { stdout } = spawnSync('mutool', ['draw', '-q', '-N', '-c', 'cmyk', '-F', 'pam', '-r', '36', '-o', '-', saved(name, bytes), '1'], { maxBuffer: 2 ** 28 })
    const inks = stdout.subarray(stdout.indexOf('ENDHDR\n') + 7)
    return [0, 1, 2, 3].map((ink) => inks.reduce((most, value, at) => (at % 4 === ink && value > most ? value : most), 0))
  }

  test('draws black text on one plate, as we find it there', async () => {
    const [cyan, magenta, yellow, black] = inksOf('one-plate', await pdfWith('x4'))
    expect([cyan, magenta, yellow]).toEqual([0, 0, 0])
    expect(black).toBeGreaterThan(100)
  })

  test('draws black of four inks on four, as we find it there', async () => {
    const bytes = await pdfWith('x4', changeOf('black-text'))
    expect(inksOf('four-plates', bytes).every((most) => most > 20)).toBe(true)
    expect(brokenIn(bytes, 'x4')).toContain('black-text')
  })

  test('weighs a picture in JPEG as we do', async () => {
    const bytes = await pdfWith('x4', (draft) => {
      const jpeg = readFileSync('tests/check/pdf/jpeg/ycck.jpg')
      const objects = draft.resources.lookup(PDFName.of('XObject')) as PDFDict
      objects.set(PDFName.of('I9'), draft.stream(jpeg, { Type: 'XObject', Subtype: 'Image', Width: 24, Height: 16, BitsPerComponent: 8, ColorSpace: 'DeviceCMYK', Filter: 'DCTDecode', Decode: [1, 0, 1, 0, 1, 0, 1, 0] } as never))
      draft.content[0] = 'q 240 0 0 160 90 300 cm /I9 Do Q'
    })
    // Of cyan the first patch has most, of the others the dark one or the second.
    const wanted = [255, 204, 204, 217]
    expect(inksOf('jpeg', bytes).map((most, at) => Math.abs(most - wanted[at]!) <= 4)).toEqual([true, true, true, true])
  })
})

/** PDFBox knows PDF/A-1b alone, whose rules on fonts, colour, actions, metadata and encryption are those of PDF/A-2. */
within(jars.every((jar) => existsSync(jar)) && has('java'))('PDFBox', () => {
  const asFirst = (change: (draft: Draft) => void = () => undefined) => pdfWith('screen', (draft) => {
    draft.header = '1.4'
    draft.xmp['pdfaid:part'] = '1'
    draft.xmp['pdfaid:conformance'] = 'B'
    // What the first part does not know, or asks of subsets alone.
    delete draft.xmp['pdfuaid:part']
    delete draft.xmp['schemas']
    for (const font of [draft.font, draft.cidFont]) font.set(PDFName.of('BaseFont'), PDFName.of('EBGaramond'))
    draft.descriptor.set(PDFName.of('FontName'), PDFName.of('EBGaramond'))
    change(draft)
  })
  const codesOf = (name: string, bytes: Uint8Array): string[] =>
    [...told('java', '-cp', jars.join(delimiter), 'org.apache.pdfbox.preflight.Validator_A1b', saved(name, bytes)).matchAll(/^(\d(?:\.\d+)+) :/gm)].map(([, code = '']) => code)

  test('finds nothing amiss with the good file', async () => {
    expect(codesOf('good', await asFirst())).toEqual([])
  }, 60_000)

  // Their codes: 2 what is painted, 2.4 colour, 3 fonts, 5 annotations, 6 actions.
  test.each([
    ['embedded-fonts', /^3/], ['device-colour', /^2\.4/], ['actions', /^6/], ['annotation-flags', /^5/], ['annotation-types', /^5/],
    ['interpolation', /^2/], ['rendering-intent', /^2/], ['referenced-content', /^2/],
  ] as const)('breaks the rule that we break: %s', async (rule, code) => {
    const bytes = await asFirst(changeOf(rule))
    expect(brokenIn(bytes, 'screen')).toContain(rule)
    expect(codesOf(rule, bytes).some((their) => code.test(their))).toBe(true)
  }, 60_000)
})
