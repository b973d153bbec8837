/**
 * Invented prose in both languages: real words in plain sentences that say the same thing and mean nothing.
 *
 * What matters is what a line sees: words, letters and sentences about as long as those of real prose, some words more
 * frequent than others, unvocalised Arabic, long English words for the hyphens. The grammar is as simple as that allows.
 */

import { readFileSync } from 'node:fs'
import type { Bilingual } from '../../../pipeline/model/language.ts'

/** A number from 0 up to 1. */
export type Chance = () => number

export type Text = Bilingual<string>

/** Sentences that answer each other: one on each side, or two on one of them. */
export type Bead = Bilingual<readonly string[]>

interface Noun extends Text {
  readonly isFeminine: boolean
  readonly isPlural: boolean
}

type Kind = 'people' | 'feminine' | 'things' | 'many' | 'places' | 'qualities' | 'deeds' | 'goings' | 'sayings' | 'manners' | 'times' | 'joints' | 'reasons' | 'where' | 'names'

const lists = JSON.parse(readFileSync(new URL('words.json', import.meta.url), 'utf8')) as Record<Kind, Record<string, string>>
const words = Object.fromEntries(Object.entries(lists).map(([kind, pairs]) => [kind, Object.entries(pairs).map(([en, ar]) => ({ en, ar }))])) as Record<Kind, Text[]>

/** Early words of a list come more often, as words do. */
function word(kind: Kind, chance: Chance): Text {
  const list = words[kind]
  return list[Math.floor(list.length * chance() ** 2)]!
}

const oneOf = <T>(items: readonly T[], chance: Chance): T => items[Math.floor(items.length * chance())]!
const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ')
/** An indefinite object ends in alif, unless it is feminine; its vowel is not written, the letter is. */
const accusative = (ar: string): string => (/[ةىا]$|اء$/.test(ar) ? ar : `${ar}ا`)
const feminine = (ar: string): string => (ar.endsWith('ة') ? ar : `${ar}ة`)

function noun(kinds: readonly Kind[], chance: Chance): Noun {
  const kind = oneOf(kinds, chance)
  const found = word(kind, chance)
  return { ...found, isFeminine: kind === 'feminine' || kind === 'many' || found.ar.endsWith('ة'), isPlural: kind === 'many' }
}

/** With an article, some with a quality, some with an owner: the old letter of the weaver. */
function nounPhrase(kinds: readonly Kind[], chance: Chance, isObject = false): Noun {
  const head = noun(kinds, chance)
  const quality = chance() < 0.4 ? word('qualities', chance) : undefined
  const owner = chance() < 0.06 ? noun(['people'], chance) : undefined
  const isDefinite = owner !== undefined || chance() < 0.75
  const the = (ar: string) => (isDefinite ? `ال${ar}` : isObject && !head.isPlural ? accusative(ar) : ar)
  const named = joined(quality?.en ?? '', head.en)
  // A university has no an.
  const article = isDefinite ? 'the' : head.isPlural ? '' : /^[aeiou](?!ni)/.test(named) ? 'an' : 'a'
  const agreeing = quality ? the(head.isFeminine ? feminine(quality.ar) : quality.ar) : ''
  return {
    ...head,
    en: joined(article, named, owner ? `of the ${owner.en}` : ''),
    ar: owner ? joined(head.ar, `ال${owner.ar}`, agreeing) : joined(the(head.ar), agreeing),
  }
}

function subject(chance: Chance, isObject = false): Noun {
  return chance() < 0.45 ? { ...word('names', chance), isFeminine: false, isPlural: false } : nounPhrase(['people'], chance, isObject)
}

/** Somebody did something, somewhere, in some way. `subjectFirst` is the order of the Arabic. */
function clause(chance: Chance, subjectFirst: boolean): Text {
  // After أن and its like a subject has the ending of an object.
  const who = subject(chance, subjectFirst)
  const isDeed = chance() < 0.7
  const did = word(isDeed ? 'deeds' : 'goings', chance)
  const what = isDeed ? nounPhrase(['things', 'things', 'things', 'many', 'many', 'feminine'], chance, true) : { en: '', ar: '' }
  const place = !isDeed || chance() < 0.35 ? placed(chance) : { en: '', ar: '' }
  const manner = chance() < 0.5 ? word('manners', chance) : { en: '', ar: '' }
  const ended = who.isFeminine ? 'ت' : ''
  // The pluperfect takes two words in English and three in Arabic.
  const isEarlier = chance() < 0.2
  const verb = isEarlier ? joined('قد', did.ar + ended) : did.ar + ended
  const was = isEarlier ? (who.isFeminine ? 'كانت' : 'كان') : ''
  const order = subjectFirst ? [who.ar, was, verb] : isEarlier ? [was, who.ar, verb] : [verb, who.ar]
  return {
    en: joined(who.en, isEarlier ? pluperfect(did.en) : did.en, what.en, place.en, manner.en),
    ar: joined(...order, what.ar, place.ar, manner.ar),
  }
}

const participles: Readonly<Record<string, string>> = { wrote: 'written', broke: 'broken', took: 'taken', forgot: 'forgotten', knew: 'known', hid: 'hidden', rode: 'ridden' }

const pluperfect = (past: string): string => `had ${participles[past] ?? past}`

/** A particle written with `+` joins the word after it, and ل takes the place of its alif. */
function attached(particle: string, after: string): string {
  if (!particle.endsWith('+')) return joined(particle, after)
  return particle === 'ل+' && after.startsWith('ال') ? `ل${after.slice(1)}` : particle.slice(0, -1) + after
}

function placed(chance: Chance): Text {
  const [where, place] = [word('where', chance), nounPhrase(['places'], chance)]
  return { en: joined(where.en, place.en), ar: attached(where.ar, place.ar) }
}

/** One to four clauses, without capital and stop; about nineteen English words on average. */
function period(chance: Chance): Text[] {
  const count = oneOf([1, 1, 1, 2, 2, 2, 2, 3, 3, 4], chance)
  return Array.from({ length: count }, (_, index) => {
    if (index === 0) return opening(chance)
    const isReason = chance() < 0.4
    const joint = word(isReason ? 'reasons' : 'joints', chance)
    const next = clause(chance, isReason)
    return { en: `, ${joint.en} ${next.en}`, ar: `، ${attached(joint.ar, next.ar)}` }
  })
}

function opening(chance: Chance): Text {
  const first = clause(chance, false)
  const draw = chance()
  if (draw < 0.22) {
    const time = word('times', chance)
    return { en: `${time.en} ${first.en}`, ar: joined(time.ar, first.ar) }
  }
  if (draw < 0.34) {
    const [who, said, told] = [subject(chance), word('sayings', chance), clause(chance, true)]
    return { en: joined(who.en, said.en, 'that', told.en), ar: joined(said.ar + (who.isFeminine ? 'ت' : ''), who.ar, 'أن', told.ar) }
  }
  return first
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const whole = (parts: readonly Text[]): Text => ({ en: parts.map(({ en }) => en).join(''), ar: parts.map(({ ar }) => ar).join('') })

/** One sentence of each side, now and then two against one. */
export function bead(chance: Chance): Bead {
  const one = whole(period(chance))
  const draw = chance()
  if (draw >= 0.08) {
    const isQuestion = chance() < 0.04
    return { en: [capital(one.en) + (isQuestion ? '?' : '.')], ar: [isQuestion ? `هل ${one.ar}؟` : `${one.ar}.`] }
  }
  const other = whole(period(chance))
  return draw < 0.04
    ? { en: [`${capital(one.en)}; ${other.en}.`], ar: [`${one.ar}.`, `${other.ar}.`] }
    : { en: [`${capital(one.en)}.`, `${capital(other.en)}.`], ar: [`${one.ar}؛ و${other.ar}.`] }
}

/** A title or a caption. */
export function title(chance: Chance): Text {
  const [thing, place] = [nounPhrase(['things', 'many'], chance), placed(chance)]
  return { en: capital(joined(thing.en, place.en)), ar: joined(thing.ar, place.ar) }
}

/** A word or two, as in the cell of a table. */
export const term = (chance: Chance): Text => {
  const { en, ar } = noun(['things', 'many', 'places'], chance)
  return { en: capital(en), ar }
}

/** A line of Arabic verse, whose halves are two lines in English. */
export function verseLine(chance: Chance): Text {
  const [first, second] = [clause(chance, false), clause(chance, false)]
  return { en: `${capital(first.en)},\n${second.en}`, ar: `${first.ar} *** ${second.ar}` }
}
