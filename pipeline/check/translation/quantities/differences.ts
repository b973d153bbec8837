/** Which quantities of a bead have no like on the other side. */

import { bilingual, counterpartOf, languages, type Bilingual, type Language } from '../../../model/language.ts'
import type { BeadReading, SegmentReading } from '../reading.ts'
import { isCode } from '../reading.ts'
import { quantitiesIn } from './index.ts'
import { commonCenturies } from './centuries.ts'
import { commonYears } from './months.ts'
import type { Quantity, QuantityKind } from './quantity.ts'
import { areOne, isConverted, timesNamed } from './units.ts'

export interface PlacedQuantity {
  readonly quantity: Quantity
  readonly at: SegmentReading
}

/** `missing`: the number itself has no like. `unit`: the number has one, but of something else. */
export interface Difference {
  readonly what: 'missing' | 'unit'
  readonly kind: QuantityKind
  /** On either side or both: what is missing there, and what stands in its place. */
  readonly sides: Partial<Bilingual<PlacedQuantity>>
}

const known = new WeakMap<BeadReading, readonly Difference[]>()

/** Found once for a bead, whichever rule asks first. Beads with an empty side have none. */
export function differencesIn(bead: BeadReading): readonly Difference[] {
  const found = known.get(bead) ?? find(bead)
  known.set(bead, found)
  return found
}

function find(bead: BeadReading): readonly Difference[] {
  if (bead.en.length === 0 || bead.ar.length === 0) return []
  const sides = bilingual((language) => placedIn(bead[language], language))
  // Soft ones are missed beside others alone: a side that has nothing says nothing of them. Most beads end here.
  if (languages.some((language) => sides[language].length === 0) && languages.every((language) => sides[language].every(({ quantity }) => quantity.soft))) return []
  const open = bilingual((language) => sides[language].filter((one) => !sides[counterpartOf(language)].some((other) => isLike(one.quantity, other.quantity)) && !isExplained(one.quantity, sides)))
  return [...pairs(bilingual((language) => open[language].filter((one) => !one.quantity.soft || isOtherOfFamily(one, open)))), ...unitDifferences(sides, bead)]
}

export const placedIn = (readings: readonly SegmentReading[], language: Language): PlacedQuantity[] =>
  readings.flatMap((at) => (isCode(at) ? [] : quantitiesIn(at.segment.text, language).map((quantity) => ({ quantity, at }))))

export function isLike(one: Quantity, other: Quantity): boolean {
  if (one.keys.some((key) => other.keys.includes(key))) return true
  if (one.unit && other.unit && one.value !== undefined && other.value !== undefined && isConverted({ value: one.value, unit: one.unit }, { value: other.value, unit: other.unit })) return true
  const times = [one, other].filter(({ kind }) => kind === 'time').length
  if (times === 2 || (times === 0 && (isDecimal(one) || isDecimal(other)))) return false
  return one.digits !== undefined && one.digits.length > 1 && one.digits === other.digits && !isScaled(one) && !isScaled(other)
}

/** Whether a sign parts one digit or two from the rest, so that it separates no thousands: 9.7 is not 97. */
function isDecimal({ value, digits }: Quantity): boolean {
  const size = value && digits ? Math.round(Number(digits) / value) : 0
  return size === 10 || size === 100
}

/** A number whose word for thousands or millions is in its value. */
const isScaled = ({ value, digits }: Quantity): boolean => value !== undefined && value >= 1000 && digits !== undefined && Number(digits) < value

/** A Hijri year stands beside its common year, or in its place; a number may be that of a year. */
export function isExplained(quantity: Quantity, sides: Bilingual<readonly PlacedQuantity[]>): boolean {
  const years = (of: (other: Quantity) => boolean) => languages.some((language) => sides[language].some(({ quantity: other }) => of(other)))
  if (isCentury(quantity)) return years((other) => isCentury(other) && areOneCentury(quantity, other))
  if (isHijri(quantity)) return years((other) => !isHijri(other) && isWithin(other.value, quantity.value))
  if (isMonth(quantity)) return years(isHijriMonth)
  return years((other) => isHijri(other) && isWithin(quantity.value, other.value))
}

/** A century, a fraction or a month by itself is said in many ways, and left out as often as not; one against another is told of. */
const isOtherOfFamily = ({ quantity: { family } }: PlacedQuantity, open: Bilingual<readonly PlacedQuantity[]>): boolean =>
  family !== undefined && family !== 'ordinal' && languages.every((language) => open[language].filter(({ quantity }) => quantity.family === family).length === 1)

/** A month of the other calendar may stand in a month's place. */
const isMonth = ({ keys }: Quantity): boolean => keys.some((key) => key.startsWith('month-gregorian'))
const isHijriMonth = ({ keys }: Quantity): boolean => keys.some((key) => key.startsWith('month-hijri'))

const isHijri = ({ keys }: Quantity): boolean => keys.some((key) => key.startsWith('hijri'))

const isCentury = ({ family }: Quantity): boolean => family === 'century'

/** One of them counts the years of the Hijra, the other the common ones. */
function areOneCentury(one: Quantity, other: Quantity): boolean {
  const [hijri, common] = [one, other].sort((left) => (isHijriCentury(left) ? -1 : 1)).map(({ keys }) => Number(keys[0]?.split(' ')[1]))
  if (isHijriCentury(one) === isHijriCentury(other) || hijri === undefined || common === undefined) return false
  const [least, most] = commonCenturies(hijri)
  return common >= least && common <= most
}

const isHijriCentury = ({ keys }: Quantity): boolean => keys[0]?.startsWith('century-hijri') ?? false

function isWithin(year: number | undefined, hijriYear: number | undefined): boolean {
  if (year === undefined || hijriYear === undefined) return false
  const [least, most] = commonYears(hijriYear)
  return year >= least && year <= most
}

/** What is missing on one side stands against what is missing on the other, in order, kind by kind first. */
function pairs({ en, ar }: Bilingual<readonly PlacedQuantity[]>): Difference[] {
  const left = [...ar]
  const found = en.map((one): Difference => {
    const like = left.findIndex(({ quantity }) => quantity.kind === one.quantity.kind)
    const [other] = like >= 0 ? left.splice(like, 1) : left.splice(0, 1)
    return { what: 'missing', kind: kindOf(one, other), sides: { en: one, ...(other && { ar: other }) } }
  })
  return [...found, ...left.map((one): Difference => ({ what: 'missing', kind: one.quantity.kind, sides: { ar: one } }))]
}

const kindOf = (one: PlacedQuantity, other: PlacedQuantity | undefined): QuantityKind => (one.quantity.kind !== 'number' ? one.quantity.kind : other?.quantity.kind ?? 'number')

/** The same number of something else: another currency, or a percentage on one side alone. */
function unitDifferences(sides: Bilingual<readonly PlacedQuantity[]>, bead: BeadReading): Difference[] {
  const isSaid = ({ quantity: { unit } }: PlacedQuantity, other: PlacedQuantity, language: Language): boolean =>
    unit === undefined || opensRange(other) || timesNamed(unit, textOf(bead[language]), language) > sides[language].filter(({ quantity }) => quantity.unit === unit).length
  return sides.en.flatMap((en): Difference[] => {
    const likes = sides.ar.filter(({ quantity }) => quantity.value !== undefined && quantity.value === en.quantity.value)
    const ar = likes.find(({ quantity }) => quantity.unit !== undefined) ?? likes[0]
    if (!ar || likes.some(({ quantity }) => areOne(quantity.unit, en.quantity.unit)) || (isSaid(en, ar, 'ar') && isSaid(ar, en, 'en'))) return []
    const told = (en.quantity.unit !== undefined && !isSaid(en, ar, 'ar') ? en : ar).quantity
    const kind = told.kind === 'number' ? 'unit' : told.kind
    const isOneSided = en.quantity.unit === undefined || ar.quantity.unit === undefined
    // Silver may be counted without its coin; only figures must say what they count.
    return (kind === 'unit' || en.quantity.soft || ar.quantity.soft) && isOneSided ? [] : [{ what: 'unit', kind, sides: { en, ar } }]
  })
}

export const textOf = (readings: readonly SegmentReading[]): string => readings.map(({ segment }) => segment.text).join(' ')

/** The first number of a range leaves its unit to the last. */
const opensRange = ({ quantity, at }: PlacedQuantity): boolean => quantity.unit === undefined && /^\s?(?:[-–—]|إلى|الى|و|أو|حتى|to|and|or)\s?[\d٠-٩۰-۹]/.test(at.segment.text.slice(quantity.to, quantity.to + 8))
