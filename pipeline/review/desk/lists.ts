/** Changes of lists that others may have changed too. */

/** A list as somebody found it and left it. */
export interface ListChange<T> {
  readonly before: readonly T[]
  readonly after: readonly T[]
}

export const turned = <T>({ before, after }: ListChange<T>): ListChange<T> => ({ before: after, after: before })

/** The list with what the change took away gone, and what it brought at the end; items are the same that say the same. The very list where nothing changes. */
export function listAfter<T>(list: readonly T[], change: ListChange<T> | undefined): readonly T[] {
  if (!change) return list
  const [before, after] = [change.before, change.after].map((items) => new Set(items.map((item) => JSON.stringify(item))))
  const gone = new Set([...before ?? []].filter((key) => !after?.has(key)))
  const come = change.after.filter((item) => !before?.has(JSON.stringify(item)))
  if (gone.size + come.length === 0) return list
  return [...list.filter((item) => !gone.has(JSON.stringify(item))), ...come]
}
