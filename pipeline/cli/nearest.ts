/** The name that was likely meant by one that is not known. */

import { distance } from 'fastest-levenshtein'

/** Letters that may be written otherwise at the most, and the share of letters that must be right, as Commander has them for options. */
const mostWrong = 3
const leastRight = 0.4

/**
 * Of `names` the one that is spelt most like `unknown`, the first of equal ones; undefined where none is near.
 *
 * `formsOf` gives what may be written for a name, beside which `unknown` is held; by default the name itself.
 */
export function nearestName(unknown: string, names: readonly string[], formsOf = (name: string): readonly string[] => [name]): string | undefined {
  let nearest: { readonly name: string; readonly away: number } | undefined
  for (const name of names) {
    const away = Math.min(...formsOf(name).filter((form) => isNear(unknown, form)).map((form) => distance(unknown, form)))
    if (away < (nearest?.away ?? Infinity)) nearest = { name, away }
  }
  return nearest?.name
}

function isNear(unknown: string, form: string): boolean {
  const [away, length] = [distance(unknown, form), Math.max(unknown.length, form.length)]
  return away <= mostWrong && (length - away) / length > leastRight
}
