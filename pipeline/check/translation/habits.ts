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
  return new Set([...membersOf(found)].filter(([, members]) => members.length >= fewest).map(([habit]) => habit))
}

/** The findings, of those that are part of a habit the first alone, which stands for all, says how many they are, and names the others. */
export function gathered(found: readonly Found[], habits: ReadonlySet<string>): Finding[] {
  const members = membersOf(found)
  return found.flatMap(({ finding, habit }) => {
    if (habit === undefined || !habits.has(habit)) return [finding]
    const all = members.get(habit) ?? []
    return finding === all[0] ? [asHabit(finding, all.slice(1))] : []
  })
}

function asHabit({ values, ...finding }: Finding, others: readonly Finding[]): Finding {
  const context = values?.['context'] === undefined ? 'habit' : `${values['context']}-habit`
  return { ...finding, isHabit: true, values: { ...values, context, count: others.length + 1 }, others: others.map(({ bead, marks }) => ({ bead, marks })) }
}

function membersOf(found: readonly Found[]): ReadonlyMap<string, readonly Finding[]> {
  const members = new Map<string, Finding[]>()
  for (const { finding, habit } of found) {
    if (habit === undefined) continue
    const known = members.get(habit)
    if (known) known.push(finding)
    else members.set(habit, [finding])
  }
  return members
}
