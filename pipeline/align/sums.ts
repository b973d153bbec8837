/** Sums of probabilities kept as logarithms. */

/** log(eᵃ + eᵇ); differences beyond double precision cost nothing. */
export function logAdd(a: number, b: number): number {
  const high = a > b ? a : b
  const low = a > b ? b : a
  const difference = low - high
  return difference > -36 ? high + Math.log1p(Math.exp(difference)) : high
}
