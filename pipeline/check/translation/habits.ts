/** A fault that runs through the book, such as Latin commas throughout, is told once. */

import type { Finding } from '../../model/finding.ts'

/** A finding with the habit that it may be part of: its rule and the kind of fault. */
export interface Found {
  readonly finding: Finding
  readonly habit: string | undefined
}

/** So many faults of one kind are no slips, but a way of writing, or a program's work. Our own choice. */
const fewest = 30

/** Habits of the book: those that so many findings are part of. */
export function habitsIn(found: readonly Found[]): ReadonlySet<string> {
  const counts = countsOf(found)
  return new Set([...counts].filter(([, count]) => count >= fewest).map(([habit]) => habit))
}

/** The findings, of those that are part of a habit the first alone, which stands for all and says how many they are. */
export function gathered(found: readonly Found[], habits: ReadonlySet<string>): Finding[] {
  const counts = countsOf(found)
  const told = new Set<string>()
  return found.flatMap(({ finding, habit }) => {
    if (habit === undefined || !habits.has(habit)) return [finding]
    if (told.has(habit)) return []
    told.add(habit)
    return [asHabit(finding, counts.get(habit) ?? 0)]
  })
}

function asHabit({ values, ...finding }: Finding, count: number): Finding {
  const context = values?.['context'] === undefined ? 'habit' : `${values['context']}-habit`
  return { ...finding, isHabit: true, values: { ...values, context, count } }
}

function countsOf(found: readonly Found[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { habit } of found) if (habit !== undefined) counts.set(habit, (counts.get(habit) ?? 0) + 1)
  return counts
}
