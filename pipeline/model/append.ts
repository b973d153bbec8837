/** Adds lists at the end of another, of any length; `push(...list)` overflows the stack where one has more than some hundred thousand elements. */
export function append<T>(list: T[], ...more: readonly Iterable<T>[]): void {
  for (const added of more) for (const one of added) list.push(one)
}
