/** What it tells, in nats, that a token finds its like across a bead, or does not: log odds of a translation against chance. */

import type { Bilingual } from '../model/language.ts'
import type { Partners } from './partners.ts'
import { holdersOf, type SideTokens } from './tokens.ts'

/** The most segments that one side of a bead may have. */
export const mostMembers = 12

/** Tables by type and by the number of segments across; row `type * mostMembers + members - 1`. */
export interface Odds {
  /** Found, at least 0. */
  readonly found: Float32Array
  /** Not found though the other side has its like somewhere, at most 0. */
  readonly missed: Float32Array
  /** Not found, for the whole other side has nothing like it, at most 0; by type alone. */
  readonly absent: Float32Array
}

/**
 * How often tokens of one side are explained, against what the lexicon expects: 1 as in the texts it was learnt from.
 * A free translation has a low `present`; a book whose words the lexicon knows in other senses has a low `whole`.
 */
export interface Literalness {
  /** Of tokens whose likes the other side has somewhere. */
  readonly present: number
  /** Of all tokens that the lexicon knows. */
  readonly whole: number
}

/**
 * Log odds for each type of `own`.
 *
 * Chance that a stretch holds a like by accident is taken from how many segments across hold one.
 */
export function oddsOf(own: SideTokens, across: SideTokens, partners: Partners, literalness: Literalness): Odds {
  const found = new Float32Array(own.types.length * mostMembers)
  const missed = new Float32Array(found.length)
  const absent = new Float32Array(own.types.length)
  for (let type = 0; type < own.types.length; type++) {
    const expected = partners.shares[type]!
    if (expected === 0) continue
    if (partners.starts[type] === partners.starts[type + 1]) {
      absent[type] = Math.log(1 - Math.min(0.9, expected * literalness.whole))
      continue
    }
    const share = Math.min(0.97, expected * literalness.present)
    const chance = chanceOf(across, partners, type)
    for (let members = 1; members <= mostMembers; members++) {
      const accident = 1 - (1 - chance) ** members
      const explained = Math.max(share, accident)
      found[type * mostMembers + members - 1] = Math.log((explained + accident * (1 - explained)) / accident)
      missed[type * mostMembers + members - 1] = Math.log(1 - explained) - Math.log(1 - Math.min(accident, explained))
    }
  }
  return { found, missed, absent }
}

/** Segments that a short book is thought to have besides its own, and how often such a one holds a like: our own choice. */
const imagined = 20
const imaginedChance = 0.02

/** The segment that a token's own segment truly belongs with is none of the accidents, so one like is left out of the count. */
function chanceOf(across: SideTokens, { starts, others, beliefs, shares }: Partners, type: number): number {
  let likes = -shares[type]!
  for (let at = starts[type]!; at < starts[type + 1]!; at++) likes += beliefs[at]! * holdersOf(across, others[at]!)
  return Math.min(0.9, (Math.max(0, likes) + imagined * imaginedChance) / (across.size + imagined))
}

/** Both sides' odds. */
export const bilingualOdds = (sides: Bilingual<SideTokens>, partners: Bilingual<Partners>, literalness: Bilingual<Literalness>): Bilingual<Odds> => ({
  en: oddsOf(sides.en, sides.ar, partners.en, literalness.en),
  ar: oddsOf(sides.ar, sides.en, partners.ar, literalness.ar),
})
