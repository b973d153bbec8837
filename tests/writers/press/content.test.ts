/** One pass over a page's operators: what is written anew, and what stays to the byte. */

import { expect, test } from '@jest/globals'
import { profileNamed } from '../../../pipeline/book/profile.ts'
import { inksOf } from '../../../pipeline/writers/pdf/press/colour.ts'
import { rewritten, type ContentRules } from '../../../pipeline/writers/pdf/press/content.ts'
import { forEachOperator } from '../../../pipeline/writers/pdf/press/operators.ts'

const [screen, offset] = await Promise.all(['screen', 'offset-x1a'].map((name) => inksOf(profileNamed(name))))

const onScreen: ContentRules = { inks: screen!, tags: true, flat: false, overprint: undefined, opacities: new Map(), thinned: (drawn, opacity) => (drawn === 'X1' ? drawn : `${drawn}-${opacity}`), leastLine: 0, height: 600 }
const onPress: ContentRules = { ...onScreen, inks: offset!, tags: false, flat: true, overprint: { on: 'On', off: 'Off' } }

test('black and greys lose their lights, colours of screens stay', () => {
  const tagged = (colour: string) => `/P <</MCID 0>> BDC\n${colour} 0 0 9 9 re f\nEMC`
  expect(rewritten(tagged('0 0 0 RG 0 0 0 rg'), onScreen)).toBe(tagged('0 G 0 g'))
  expect(rewritten(tagged('.5 .5 .5 rg'), onScreen)).toBe(tagged('0.5 g'))
  expect(rewritten(tagged('1 0 0 rg'), onScreen)).toBe(tagged('1 0 0 rg'))
})

test('text that no tag holds is a head above the middle of the page and a foot below it', () => {
  const text = (height: number) => `q 1 0 0 -1 0 600 cm\nBT /F1 9 Tf 1 0 0 -1 50 ${height} Tm <0001> Tj ET\nQ`
  expect(rewritten(text(40), onScreen)).toBe('q 1 0 0 -1 0 600 cm\n/Artifact <</Type /Pagination /Subtype /Header>> BDC\nBT /F1 9 Tf 1 0 0 -1 50 40 Tm <0001> Tj ET\nEMC\nQ')
  expect(rewritten(text(560), onScreen)).toContain('/Subtype /Footer')
})

test('a rule is an artifact from the first operator of its path on, a clip is none, and what is tagged stays', () => {
  expect(rewritten('0 0 9 9 re W n\n1 1 m 5 1 l S', onScreen)).toBe('0 0 9 9 re W n\n/Artifact <</Type /Layout>> BDC\n1 1 m 5 1 l S\nEMC')
  const tagged = '/P <</MCID 3>> BDC\nBT <0001> Tj ET\nEMC'
  expect(rewritten(tagged, onScreen)).toBe(tagged)
})

test('a printer gets no tags, but the texts that a search finds', () => {
  expect(rewritten('/P <</MCID 0>>BDC\nBT /Span <</ActualText <FEFF0644>>> BDC <0001> Tj EMC ET\nEMC', onPress)).toBe('\nBT /Span <</ActualText <FEFF0644>>> BDC <0001> Tj EMC ET\n')
})

test('black is ink that overprints, and what follows it does not', () => {
  const content = rewritten('q 0 0 0 rg Q 1 0 0 rg 0 0 0 rg 1 1 1 rg', onPress)
  expect(content).toMatch(/^q 0 0 0 1 k \/On gs Q [\d. ]+ k \/Off gs 0 0 0 1 k \/On gs 1 g \/Off gs$/)
})

test('what is seen through is mixed with the paper', () => {
  const rules = { ...onPress, overprint: undefined, opacities: new Map([['G1', { fill: 0.25, stroke: 1 }]]) }
  expect(rewritten('0 0 0 rg /G1 gs 0 0 0 rg', rules)).toBe('0 0 0 1 k /G1 gs 0.75 g 0.75 g')
})

test('a picture that is seen through is another on paper, where that can be had', () => {
  const rules = { ...onPress, overprint: undefined, opacities: new Map([['G1', { fill: 0.25, stroke: 1 }]]) }
  expect(rewritten('/I1 Do q /G1 gs /I1 Do /X1 Do Q /I1 Do', rules)).toBe('/I1 Do q /G1 gs /I1-0.25 Do /X1 Do Q /I1 Do')
  expect(rewritten('/G1 gs /I1 Do', { ...rules, flat: false })).toBe('/G1 gs /I1 Do')
})

test('lines thinner than a printer asks for are as thick as it asks, however they are scaled', () => {
  const thick = { ...onPress, leastLine: 0.75 }
  expect(rewritten('q .5 0 0 -.5 0 9 cm 1 w 0 0 m 9 9 l S 2 w 0 0 9 9 re B Q', thick)).toBe('q .5 0 0 -.5 0 9 cm 1 w 1.5 w 0 0 m 9 9 l S 2 w 0 0 9 9 re B Q')
  expect(rewritten('.5 0 0 .5 0 0 cm 0 0 m 9 9 l S 0 0 m 1 1 l S', thick)).toBe('.5 0 0 .5 0 0 cm 1.5 w 0 0 m 9 9 l S 0 0 m 1 1 l S')
  const states = new Map([['G1', { fill: undefined, stroke: undefined, lineWidth: 0.5 }]])
  expect(rewritten('/G1 gs 0 0 m 9 9 l S', { ...thick, opacities: states })).toBe('/G1 gs 0.75 w 0 0 m 9 9 l S')
  expect(rewritten('0 w 0 0 9 9 re f', thick)).toBe('0 w 0 0 9 9 re f')
})

test('words that look like operators inside strings, names and dictionaries are none', () => {
  const found: string[] = []
  const content = '(BT \\) (ET)) Tj /BDC gs <</A (Q) /B true>> BMC [<42> (q) 3] TJ % f\nS'
  forEachOperator(content, (_, at, end) => { found.push(content.slice(at, end)) })
  expect(found).toEqual(['Tj', 'gs', 'BMC', 'TJ', 'S'])
})
