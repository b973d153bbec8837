/** The edition to tap: which counterpart each marker opens, drawn as `sentences > counterpart`. */

import { expect, test } from '@jest/globals'
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { select, selectAll } from '../support/select.ts'
import type { EpubSettings } from '../../pipeline/model/book.ts'
import type { Language } from '../../pipeline/model/language.ts'
import { parallelSections } from '../../pipeline/views/parallel.ts'
import { tapSections } from '../../pipeline/views/tap.ts'
import { wordsIn } from '../../pipeline/model/words.ts'
import { beads } from '../support/draw.ts'
import { manuscript } from '../support/manuscript.ts'

const words = { en: wordsIn('en'), ar: wordsIn('ar') }
const english = manuscript('en', '# Rain', ['It rained.', 'It rained all night.'], ['Nobody slept.'])
const arabic = manuscript('ar', '# المطر', ['أمطرت السماء طوال الليل.'], ['لم ينم أحد.', 'ولا القطّ.'])

function tapped(drawing: string, settings: Partial<EpubSettings['tap']> = {}, leading: Language = 'en') {
  const sections = parallelSections({ en: english, ar: arabic }, { beads: beads(drawing) }, leading, 1)
  return tapSections(sections, { leading, words, settings: { by: 'sentences', link: 'marker', ...settings } }).map(({ tree }) => tree)
}

const notes = (tree: Root): string[] => selectAll(tree, ({ tagName }) => tagName === 'aside').map((note) => toString(note).replace(/↑( العودة| Return)?$/, '').trim())

/** The text with its markers. */
const text = (tree: Root): string[] => tree.children.filter((child): child is Element => child.type === 'element' && child.tagName !== 'section').map((block) => toString(block))

test('a marker stands after the last sentence of each bead and opens the whole of its counterpart', () => {
  const [tree] = tapped('1:1 2:1 1:2')
  expect(text(tree!)).toEqual(['Rain°', 'It rained. It rained all night.°', 'Nobody slept.°'])
  expect(notes(tree!)).toEqual(['المطر', 'أمطرت السماء طوال الليل.', 'لم ينم أحد. ولا القطّ.'])
})

test('each marker leads to its note and each note back, in their own languages and directions', () => {
  const [tree] = tapped('1:1 2:1 1:2')
  const [, marker] = selectAll(tree!, ({ properties }) => String(properties['className']).includes('tap-marker'))
  expect(marker?.properties).toMatchObject({ id: 'tap-ref-2', href: '#tap-2', role: 'doc-noteref', lang: 'en', dir: 'ltr', ariaLabel: 'In Arabic' })
  const note = select(tree!, ({ properties }) => properties['id'] === 'tap-2')
  expect(note?.properties).toMatchObject({ role: 'doc-footnote', lang: 'ar', dir: 'rtl' })
  expect(select(note!, ({ properties }) => properties['role'] === 'doc-backlink')?.properties['href']).toBe('#tap-ref-2')
})

test('what has no counterpart has no marker, and what only the other side says is opened where it belongs', () => {
  const [tree] = tapped('1:1 1:1 1:0 1:1 0:1')
  expect(text(tree!)).toEqual(['Rain°', 'It rained.° It rained all night.', 'Nobody slept.°°'])
  expect(notes(tree!)).toEqual(['المطر', 'أمطرت السماء طوال الليل.', 'لم ينم أحد.', 'ولا القطّ.'])
})

test('a section that only the other side has stands there itself, with nothing to open', () => {
  const [before, tree] = tapped('0:1 1:0 2:1 1:2')
  expect([text(before!), notes(before!)]).toEqual([['المطر'], []])
  expect(text(tree!)).toEqual(['Rain', 'It rained. It rained all night.°', 'Nobody slept.°'])
})

test('by paragraphs, a passage has one marker', () => {
  const [tree] = tapped('1:1 1:1 1:0 1:1 0:1', { by: 'paragraphs' })
  expect(text(tree!)).toEqual(['Rain°', 'It rained. It rained all night.°', 'Nobody slept.°'])
  expect(notes(tree!)[2]).toBe('لم ينم أحد. ولا القطّ.')
})

test('a sentence may be the link itself', () => {
  const [tree] = tapped('1:1 2:1 1:2', { link: 'sentence' })
  const links = selectAll(tree!, ({ properties }) => String(properties['className']) === 'tap-sentence')
  expect(links.map((link) => `${String(link.properties['id'] ?? '')} ${String(link.properties['href'])} ${toString(link)}`)).toEqual([
    'tap-ref-1 #tap-1 Rain', 'tap-ref-2 #tap-2 It rained.', ' #tap-2 It rained all night.', 'tap-ref-3 #tap-3 Nobody slept.',
  ])
})

test('Arabic may be the text and English what opens', () => {
  const [tree] = tapped('1:1 2:1 1:2', {}, 'ar')
  expect(text(tree!)).toEqual(['المطر°', 'أمطرت السماء طوال الليل.°', 'لم ينم أحد. ولا القطّ.°'])
  expect(notes(tree!)).toEqual(['Rain', 'It rained. It rained all night.', 'Nobody slept.'])
})

test('a very short note says its way back in a word, so that Kindle takes it for a note', () => {
  const [tree] = tapped('1:1 2:1 1:2')
  expect(toString(select(tree!, ({ properties }) => properties['id'] === 'tap-1')!)).toBe('المطر ↑ العودة')
})
