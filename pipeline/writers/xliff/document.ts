/** What both versions of XLIFF share. */

import { toXml } from 'xast-util-to-xml'
import type { Element, ElementContent } from 'xast'
import type { Unit } from '../../exchange/unit.ts'
import type { Artifact } from '../../model/edition.ts'

export function documentOf(name: string, root: Element): Artifact {
  const declaration = { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' } as const
  return { name, bytes: Buffer.from(toXml({ type: 'root', children: [declaration, { type: 'text', value: '\n' }, root, { type: 'text', value: '\n' }] }, { closeEmptyElements: true })) }
}

/** Elements on lines of their own, so that a change shows as a change of lines. */
export const within = (elements: readonly Element[]): ElementContent[] =>
  [{ type: 'text', value: '\n' }, ...elements.flatMap((element): ElementContent[] => [element, { type: 'text', value: '\n' }])]

/** Runs of neighbours with the same key. */
export function runsWith<T>(items: readonly T[], keyOf: (item: T) => unknown): (readonly [T, ...T[]])[] {
  const runs: [T, ...T[]][] = []
  for (const item of items) {
    const run = runs.at(-1)
    if (run && keyOf(run[0]) === keyOf(item)) run.push(item)
    else runs.push([item])
  }
  return runs
}

/** Whether somebody has looked at it and it still stands. */
export const isDecided = ({ status }: Unit): boolean => status === 'confirmed' || status === 'corrected' || status === 'omission'
