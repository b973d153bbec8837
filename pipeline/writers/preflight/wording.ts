/** Requirements and faults in words. */

import type { Fault, Requirement, Said } from '../../model/preflight.ts'
import type { Words } from '../../model/words.ts'

type Values = Fault['values']

/** Values that begin with a dollar sign are wordings themselves, or several, with spaces between their names. */
const worded = (values: Values, words: Words): Values => Object.fromEntries(Object.entries(values).map(([name, value]) => {
  if (typeof value !== 'string' || !value.startsWith('$')) return [name, value]
  return [name, value.slice(1).split(' ').map((key) => words(key)).join(words('features:separator'))]
}))

export const mustOf = ({ rule, wanted }: Requirement, words: Words): string => words(`rules:${rule}.must`, worded(wanted, words))

export const saidIn = ({ key, values }: Said, words: Words): string => words(key, worded(values, words))

export const whatOf = ({ rule, wanted }: Requirement, { values }: Fault, words: Words): string => words(`rules:${rule}.what`, worded({ ...wanted, ...values }, words))

export const doOf = ({ rule, wanted }: Requirement, { values }: Fault, words: Words): string => words(`rules:${rule}.do`, worded({ ...wanted, ...values }, words))

export const millimetres = (points: number): number => Math.round(points / 72 * 25.4 * 10) / 10
