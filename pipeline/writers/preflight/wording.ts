/** Requirements and faults in words. */

import type { Fault, Requirement, Said } from '../../model/preflight.ts'
import type { Words } from '../../model/words.ts'

type Values = Fault['values']

/** Values that begin with a dollar sign are wordings themselves, or several, with spaces between their names. */
const worded = (values: Values, words: Words): Values => Object.fromEntries(Object.entries(values).map(([name, value]) => {
  if (typeof value !== 'string' || !value.startsWith('$')) return [name, value]
  return [name, value.slice(1).split(' ').map((key) => words(key)).join(words('features:separator'))]
}))

/** What is asked, in words. */
export const mustOf = ({ rule, wanted }: Requirement, words: Words): string => words(`rules:${rule}.must`, worded(wanted, words))

/** What was found, in words. */
export const saidIn = ({ key, values }: Said, words: Words): string => words(key, worded(values, words))

/** What a fault is, in words. */
export const whatOf = ({ rule, wanted }: Requirement, { values }: Fault, words: Words): string => words(`rules:${rule}.what`, worded({ ...wanted, ...values }, words))

/** What to do about it, in words. */
export const doOf = ({ rule, wanted }: Requirement, { values }: Fault, words: Words): string => words(`rules:${rule}.do`, worded({ ...wanted, ...values }, words))

/** Of points, to the tenth. */
export const millimetres = (points: number): number => Math.round(points / 72 * 25.4 * 10) / 10
