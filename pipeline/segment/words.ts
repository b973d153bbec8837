/** The lists of words that the rules ask, per kind. */

import { readFileSync } from 'node:fs'

type Kind = 'titles' | 'numbered' | 'either' | 'closing' | 'openers' | 'openersAnywhere' | 'openersBehindSmall' | 'openersCounting' | 'unfinished' | 'namers' |
  'calendar' | 'lettered' | 'counted' | 'labels' | 'particles' | 'wholeNames' |
  'arabicShort' | 'arabicEras' | 'arabicLetters' | 'arabicSpeech' | 'arabicConnectives' | 'arabicPrepositions' |
  'arabicUnfinished' | 'arabicVerbs' | 'arabicAuxiliaries' | 'pictureLabels' | 'noteLabels'

const lists = JSON.parse(readFileSync(new URL('abbreviations.json', import.meta.url), 'utf8')) as Record<Kind, { words: string[] }>
const sets = new Map(Object.entries(lists).map(([kind, { words }]) => [kind, new Set(words)]))

export const isAmong = (kind: Kind, word: string): boolean => sets.get(kind)?.has(word) ?? false

/** As the inside of a group of a pattern; the longer first, so that a word is not taken for its beginning. */
export const anyOf = (kind: Kind): string => [...lists[kind].words].sort((a, b) => b.length - a.length).join('|')

/** As the lists have words that open sentences: the first letter great, the others small. */
export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
