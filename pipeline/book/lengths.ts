/** Lengths as people write them: `140mm`, `5.5in`. */

const unit = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72 }

/** Of a length that the schemas let through, which allow these four units only. */
export function millimetres(written: string): number {
  const [, value, name] = /^([\d.]+)(mm|cm|in|pt)$/.exec(written) ?? []
  return Number(value) * unit[name as keyof typeof unit]
}
