/** Numbers in words, one on each side, that are not the same: `seven` against ثمانية. */

import { bilingual, counterpartOf, type Bilingual, type Language } from '../../../model/language.ts'
import type { BeadReading } from '../reading.ts'
import { isExplained, isLike, placedIn, textOf, type PlacedQuantity } from './differences.ts'
import type { Quantity } from './quantity.ts'

type Sides = Bilingual<readonly PlacedQuantity[]>

/**
 * Where one side has a number that the other does not know, that other's own number stands against it: one that this side does not know
 * either, one that it has once more often, an Arabic ordinal, as in “at sixty-four” and في الرابعة والستين, or an English two. So do two
 * ordinals, and two numbers with a half.
 */
export function wordDifference(bead: BeadReading): Partial<Bilingual<PlacedQuantity>> | undefined {
  if (bead.en.length === 0 || bead.ar.length === 0) return undefined
  const sides = bilingual((language) => placedIn(bead[language], language))
  if (sides.en.length === 0 || sides.ar.length === 0) return undefined
  const of = (isMeant: (quantity: Quantity) => boolean) => bilingual((language) => sides[language].filter(({ quantity }) => isMeant(quantity)))
  const [counted, halves] = [of(isCounted), of(isMixed)]
  const open = openOf(counted, sides)
  const ordinals = namesCenturies(bead) ? none : openOf(of(({ family }) => family === 'ordinal'), sides)
  const others = { en: [surplus(counted, sides, 'en'), openTwos(sides)], ar: [surplus(counted, sides, 'ar'), ordinals.ar] }
  const against = (language: Language) => (open[language].length > 0 ? open[language] : others[language].find(({ length }) => length > 0) ?? [])
  const [en, ar] = oneEach(ordinals) ?? oneEach(open.en.length + open.ar.length === 1 ? bilingual(against) : open) ?? oneEach(oneEach(halves) ? openOf(halves, sides) : none) ?? []
  return en?.quantity.soft && ar?.quantity.soft ? { en, ar } : undefined
}

const none: Sides = { en: [], ar: [] }

const openOf = (of: Sides, sides: Sides): Sides => bilingual((language) => of[language]
  .filter((one) => !sides[counterpartOf(language)].some((other) => isLike(one.quantity, other.quantity)) && !isExplained(one.quantity, sides)))

const oneEach = ({ en, ar }: Sides): readonly [PlacedQuantity, PlacedQuantity] | undefined => (en.length === 1 && ar.length === 1 ? [en[0]!, ar[0]!] : undefined)

/** Ordinals there may be centuries that share their noun, as in “the eleventh, twelfth and thirteenth”, and of either calendar. */
const namesCenturies = (bead: BeadReading): boolean => /\bcentur(?:y|ies)\b|(?<!\p{L})[وفبلك]{0,2}(?:ال)?قر(?:نا?|نين|نان|ون)(?!\p{L})/iu.test(`${textOf(bead.en)} ${textOf(bead.ar)}`)

/** Numbers that a side says once more often than the other, the last of each; there an ordinal, as in “ranked third”, answers too. */
function surplus(counted: Sides, sides: Sides, language: Language): PlacedQuantity[] {
  const likes = (of: readonly PlacedQuantity[], { quantity }: PlacedQuantity) => of.filter((other) => isLike(quantity, other.quantity))
  return counted[language].filter((one) => {
    const own = likes(counted[language], one)
    return own.at(-1) === one && own.length === likes(sides[counterpartOf(language)], one).length + 1
  })
}

/** “Two” of something where nothing in the Arabic is two; a noun with the article that ends like a dual, as الطحين does, hardly is one beside another number. */
function openTwos(sides: Sides): readonly PlacedQuantity[] {
  const there = sides.ar.filter(({ quantity, at }) => !isDefiniteDual(quantity, at.segment.text))
  return sides.en.filter(({ quantity, at }) => quantity.value === 2 && isOfNoun.test(at.segment.text.slice(quantity.to)) && !there.some((other) => isLike(quantity, other.quantity)))
}

/** Neither “two or three” nor “two thirds”. */
const isOfNoun = /^ (?!(?:or|to|and|of|by|\w+ths?|thirds|halves|quarters|dozen|hundred|thousand)\b)\p{L}/u

const isDefiniteDual = ({ value, keys, from }: Quantity, text: string): boolean => value === undefined && keys[0] === '2' && /^[وف]?[بك]?ال/.test(text.slice(from))

/** From three on: one and two are said in many other ways. */
const isCounted = ({ value, kind }: Quantity): boolean => value !== undefined && value > 2 && kind !== 'date'

const isMixed = ({ value }: Quantity): boolean => value !== undefined && !Number.isInteger(value)
