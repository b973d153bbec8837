import { expect, test } from '@jest/globals'
import { coverageOf } from '../../pipeline/print/coverage.ts'
import { fontBytes, fontFiles, type FontFile } from '../../pipeline/print/fonts.ts'

const coverage = (family: FontFile['family'], subset: FontFile['subset']) => {
  const file = fontFiles.find((one) => one.family === family && one.subset === subset && one.weight === 400 && one.style === 'normal')
  return coverageOf(fontBytes(file!))
}

const holds = (characters: ReadonlySet<number>, text: string) => [...text].map((one) => (characters.has(one.codePointAt(0)!) ? one : '.')).join('')

test('the Latin file holds Latin letters and nothing else', () => {
  expect(holds(coverage('EB Garamond', 'latin'), 'Azé—“ḥب❖')).toBe('Azé—“...')
})

test('the Arabic file holds letters, digits, marks and the honorific', () => {
  expect(holds(coverage('Amiri', 'arabic'), 'بة٣،ّﷺAz')).toBe('بة٣،ّﷺ..')
})

test('every file has a map', () => {
  for (const file of fontFiles) expect(coverageOf(fontBytes(file)).size).toBeGreaterThan(100)
})
