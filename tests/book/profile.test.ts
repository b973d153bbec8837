/** Profiles of printers: those that come along, and a publisher's own with every fault at its place. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { readConfiguration } from '../../pipeline/book/configuration.ts'
import { editionsOf } from '../../pipeline/book/editions.ts'
import { millimetres } from '../../pipeline/book/lengths.ts'
import { findProfile, profileNamed, profileNames, profileOf } from '../../pipeline/book/profile.ts'

const place = { file: 'tawazi.yaml', line: 1, column: 1 }

test('every profile of the product is whole', () => {
  expect(profileNames).toEqual(['ingram', 'kdp', 'lulu', 'office', 'offset-x1a', 'offset-x4', 'screen'])
  for (const name of profileNames) {
    const { gutter, pages, standards, transparency, colour } = profileNamed(name)
    expect(pages.least).toBeLessThanOrEqual(pages.most)
    expect(gutter.at(-1)?.pages).toBe(pages.most)
    if (standards.includes('pdf-x-1a')) expect([transparency, colour]).toEqual([false, 'cmyk'])
  }
})

test('inches become millimetres, and an eighth of an inch is a bleed', () => {
  const { bleed, gutter } = profileNamed('kdp')
  expect(bleed).toEqual({ inner: 0, outer: 3.175, top: 3.175, bottom: 3.175 })
  expect(gutter.find(({ pages }) => pages === 500)?.inner).toBeCloseTo(15.875)
})

test('a printer’s limits, its inks and its cover', () => {
  const { leastLine, trim, condition, cover, inkLimit, imposition } = profileNamed('ingram')
  expect({ leastLine, trim, inkLimit, imposition }).toEqual({ leastLine: 0.25, trim: undefined, inkLimit: 240, imposition: 'single' })
  expect(condition).toMatchObject({ identifier: 'FOGRA39', registry: 'http://www.color.org', embedded: false })
  expect(cover).toMatchObject({ bleed: 3.175, safety: 6.35, spine: { added: 0, wordsFrom: 48 } })
  expect(cover?.spine.papers.map(({ name, page }) => [name, page.toFixed(4)])).toEqual([['white', '0.0572'], ['cream', '0.0635']])
  expect(profileNamed('office')).toMatchObject({ trim: { width: 148.5, height: 210 }, imposition: { width: 297, height: 210 }, cover: undefined })
})

test.each([['12mm', 12], ['1.2cm', 12], ['0.5in', 12.7], ['72pt', 25.4]])('%s are %d millimetres', (written, length) => {
  expect(millimetres(written)).toBeCloseTo(length, 10)
})

test('a condition that no registry has is always in the file', () => {
  const icc = profileNamed('ingram').condition.icc
  const embedded = (registry: string) => profileOf(`extends: ingram\ncondition: {identifier: A, description: B, ${registry}icc: ${icc}}\n`, 'own.yaml', '/').profile?.condition.embedded
  expect([embedded(''), embedded('registry: http://www.color.org, ')]).toEqual([true, false])
})

test.each([
  ['pages.least and pages.most alike', 'pages: {least: 40, most: 40, multiple: 2}'],
  ['the largest sheet there is', 'trim: [152mm, 5080mm]\nbleed: 0mm'],
  ['the largest sheet with its bleed', 'trim: [152mm, 5070mm]\nbleed: 5mm'],
  ['a sheet of the very size of two pages', 'trim: [100mm, 150mm]\nimposition: [200mm, 150mm]'],
  ['a sheet that is rounded', 'trim: [100mm, 150mm]\nimposition: [199.5mm, 149.5mm]'],
])('nothing is wrong with %s', (_name, lines) => {
  expect(profileOf(`extends: kdp\n${lines}\n`, 'own.yaml', '/').messages).toEqual([])
})

test.each([['too narrow', '[199mm, 150mm]'], ['too low', '[200mm, 149mm]']])('a sheet that is %s for two pages is told of with what they need', (_name, sheet) => {
  const { messages } = profileOf(`extends: kdp\nimposition: ${sheet}\ntrim: [100mm, 150mm]\n`, 'own.yaml', '/')
  expect(messages).toEqual([{ rule: 'configuration/sheet-too-small', severity: 'error', place: { file: 'own.yaml', line: 2, column: 13 }, values: { width: 200, height: 150 } }])
})

test('a profile of one’s own takes from another what it leaves out', () => {
  const { profile, messages } = profileOf('title: {ar: مطبعة الحي}\nextends: kdp\nbleed: 4mm\n', 'alley.yaml', '/')
  expect(messages).toEqual([])
  expect(profile).toMatchObject({ name: 'alley', title: { en: 'مطبعة الحي', ar: 'مطبعة الحي' }, bleed: { inner: 4, outer: 4, top: 4, bottom: 4 }, pages: { most: 828 } })
})

test.each([
  ['a profile that extends none', 'title: {en: A}\n', '1:1 missing-key trim'],
  ['a name that nobody has', 'extends: kpd\n', '1:10 unknown-value extends'],
  ['a key that is misspelt', 'extends: kdp\nblead: 3mm\n', '2:1 unknown-key blead'],
  ['a length without its unit', 'extends: kdp\nbleed: 3\n', '2:8 wrong-value bleed'],
  ['an edge that is left out', 'extends: kdp\nbleed: {inner: 0mm, outer: 3mm, top: 3mm}\n', '2:8 missing-key bottom'],
  ['a standard that is none', 'extends: kdp\nstandards: [pdf-x-9]\n', '2:13 unknown-value standards'],
  ['inks that a screen is meant for', 'extends: ingram\ncondition: sRGB\n', '2:12 icc-class '],
  ['an ICC profile that is not there', 'extends: ingram\ncondition: {identifier: A, description: B, icc: none.icc}\n', '2:12 icc-unreadable '],
  ['more pages at the least than at the most', 'extends: kdp\npages: {least: 90, most: 40, multiple: 2}\n', '2:26 crossed-limits '],
  ['a sheet larger than PDF has them', 'extends: kdp\ntrim: [152mm, 5000mm]\nbleed: 50mm\n', '2:7 sheet-too-large '],
  ['a bleed that no sheet has room for', 'extends: kdp\nbleed: 3000mm\n', '2:8 sheet-too-large '],
  ['a sheet to fold that is larger than PDF has them', 'extends: office\nimposition: [6000mm, 210mm]\n', '2:13 sheet-too-large '],
  ['as many pages in two steps of the gutter', 'extends: kdp\ngutter: [{pages: 90, inner: 9mm}, {pages: 90, inner: 8mm}]\n', '2:43 gutter-order '],
  ['resolutions that leave nothing between them', 'extends: kdp\nresolution: {least: 300, most: 200, lineArt: 600}\n', '2:32 crossed-limits '],
  ['a sheet that two pages do not fit on', 'extends: office\nimposition: [10mm, 10mm]\n', '2:13 sheet-too-small '],
  ['nothing at all', '', '1:1 no-keys '],
  ['a word', 'kdp\n', '1:1 no-keys '],
  ['gutters in disorder', 'extends: kdp\ngutter:\n  - {pages: 90, inner: 9mm}\n  - {pages: 60, inner: 8mm}\n', '4:13 gutter-order '],
])('%s', (_name, text, expected) => {
  const { profile, messages } = profileOf(text, 'own.yaml', '/')
  expect(profile).toBeUndefined()
  expect(messages.map((message) => `${message.place?.line}:${message.place?.column} ${message.rule.replace('configuration/', '')} ${message.values?.['key'] ?? ''}`)[0]).toBe(expected)
  expect(messages[0]?.place?.file).toBe('own.yaml')
})

test('an ICC profile that is broken off behind its head is no ICC profile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tawazi-profile-'))
  try {
    writeFileSync(join(folder, 'half.icc'), readFileSync(profileNamed('ingram').condition.icc).subarray(0, 60_000))
    writeFileSync(join(folder, 'own.yaml'), 'extends: offset-x4\ncondition: {identifier: Paper, description: Ours, icc: half.icc}\n')
    expect(findProfile('own.yaml', folder, place).messages.map(({ rule }) => rule)).toEqual(['configuration/icc-unreadable'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('an ICC profile that is no output device in that space is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tawazi-profile-'))
  try {
    const header = Buffer.alloc(132)
    header.writeUInt32BE(132)
    header.write('mntrRGB XYZ ', 12)
    header.write('acsp', 36)
    writeFileSync(join(folder, 'paper.icc'), header)
    writeFileSync(join(folder, 'own.yaml'), 'extends: offset-x4\ncondition: {identifier: Paper, description: Ours, icc: paper.icc}\n')
    expect(findProfile('own.yaml', folder, place).messages.map(({ rule, values }) => `${rule} ${values?.['file']}`)).toEqual(['configuration/icc-class paper.icc'])
    expect(findProfile('other.yaml', folder, place).messages.map(({ rule }) => rule)).toEqual(['configuration/profile-unreadable'])
    expect(findProfile('printer', folder, place).messages.map(({ rule }) => rule)).toEqual(['configuration/unknown-profile'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.each([
  ['a printer, and two printers', '[{name: en.pdf, profile: kdp}, {name: ar.pdf, profile: [ingram, lulu]}]', '', 'en.pdf kdp; ar.pdf ingram lulu'],
  ['the file for screens is made in any case', '[{name: en.pdf, profile: [screen, kdp]}, report.json]', '', 'en.pdf kdp'],
  ['an EPUB has no printer', '[{name: en.epub, profile: kdp}]', '1:12 configuration/profile-not-pdf', ''],
  ['an edition twice', '[en.pdf, {name: en.pdf, profile: kdp}]', '1:20 configuration/edition-twice', ''],
  ['pages of two sizes', '[{name: en.pdf, profile: [office, kdp]}]', '1:12 configuration/profiles-differ', 'en.pdf office kdp'],
])('%s', (_name, editions, faults, expected) => {
  const { value: configuration, placeOf } = readConfiguration(`editions: ${editions}\n`)
  const { profiles, messages } = editionsOf(configuration!, '/', placeOf)
  expect(messages.map(({ rule, place: at }) => `${at?.line}:${at?.column} ${rule}`).join()).toBe(faults)
  expect(Object.entries(profiles).map(([name, own]) => [name, ...own.map((profile) => profile.name)].join(' ')).join('; ')).toBe(expected)
})
