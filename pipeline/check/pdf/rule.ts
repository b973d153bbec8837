/** A rule: one requirement, the clauses it stands for, and how it is looked for in a PDF. */

import type { Fault, Said } from '../../model/preflight.ts'
import type { Profile, Standard } from '../../model/profile.ts'
import type { Box } from './box.ts'
import type { Facts, Thing, Use } from './facts.ts'

type Values = Fault['values']

export interface Look {
  readonly faults: readonly Fault[]
  /** What was there; without it, that nothing was amiss, or in how many places something was. */
  readonly found?: Said
  readonly wanted?: Values
  /** Why nothing can be said. */
  readonly unknown?: Said
}

export interface Rule {
  readonly name: string
  /** In each standard that asks for it. */
  readonly clauses: Partial<Readonly<Record<Standard, string>>>
  /** The field of a profile that asks for it, where one does. */
  readonly field?: string
  asks?(profile: Profile): boolean
  /** Doubtful faults are for a person to judge; a printer does not refuse the file for them. */
  readonly isDoubt?: boolean
  look(facts: Facts, profile: Profile): Look
}

/** Clauses of the PDF/X standards are named by their subject alone: the texts of ISO 15930 are not public. */
export const x1a = (subject: string): string => `ISO 15930-1:2001, 6 (${subject})`
export const x4 = (subject: string): string => `ISO 15930-7:2010, 6 (${subject})`
export const ua = (clause: string, checkpoint?: string): string => `ISO 14289-1:2014, ${clause}${checkpoint ? ` (Matterhorn ${checkpoint})` : ''}`
const a2 = (clause: string): string => `ISO 19005-2:2011, ${clause}`

export const bothX = (subject: string): Rule['clauses'] => ({ 'pdf-x-1a': x1a(subject), 'pdf-x-4': x4(subject) })
/** PDF/A-2a holds all that 2u does. */
export const everyA = (clause: string): Rule['clauses'] => ({ 'pdf-a-2a': a2(clause), 'pdf-a-2u': a2(clause) })
export const onlyAccessibleA = (clause: string): Rule['clauses'] => ({ 'pdf-a-2a': a2(clause) })

export const anyPress = ({ links }: Profile): boolean => !links

export const said = (key: string, values: Values = {}): Said => ({ key: `preflight:found.${key}`, values })

/** A name or a list of names, as they stand in the file. */
export const listed = (names: Iterable<string>): Said => {
  const all = [...new Set(names)]
  return all.length === 0 ? said('none') : said('text', { text: all.slice(0, 12).join(', ') })
}

export const inFile = (values: Values = {}): Fault => ({ values })

export const onPage = (page: number, place?: Box, values: Values = {}): Fault => ({ page, ...(place && { place }), values })

export const atUse = ({ page, box }: Use<unknown>, values: Values = {}): Fault => onPage(page, box, values)

/** Faults of everything painted, page by page, that a rule objects to. */
export function amongThings(facts: Facts, fault: (thing: Thing, page: number) => Values | undefined): Fault[] {
  const faults: Fault[] = []
  for (const page of facts.pages) {
    for (const thing of page.things) {
      const values = fault(thing, page.number)
      if (values) faults.push(onPage(page.number, thing.box, values))
    }
  }
  return faults
}
