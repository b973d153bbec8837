/** Output intents: for which printing a file is made. */

import type { Facts } from './facts.ts'
import { readProfile, type Icc } from './icc.ts'
import { textOf, type Dict } from './objects.ts'

export interface Intent {
  readonly dict: Dict
  /** `GTS_PDFX`, `GTS_PDFA1`. */
  readonly kind: string
  readonly identifier: string | undefined
  readonly registry: string | undefined
  readonly hasProfile: boolean
  /** Undefined where there is none, or none that can be read. */
  readonly profile: Icc | undefined
  /** Components as the stream's `N` says. */
  readonly components: number | undefined
}

const known = new WeakMap<Facts, readonly Intent[]>()

/** In order, twenty at the most, each with its profile where that can be read; read once for each file. */
export function intentsOf(facts: Facts): readonly Intent[] {
  const there = known.get(facts) ?? read(facts)
  known.set(facts, there)
  return there
}

const read = ({ file, catalog }: Facts): Intent[] => file.array(catalog.get('OutputIntents')).slice(0, 20).flatMap((item) => {
  const dict = file.dict(item)
  if (!dict) return []
  const stream = file.stream(dict.get('DestOutputProfile'))
  const bytes = stream && file.decoded(stream, undefined, true)
  return [{
    dict, kind: file.name(dict.get('S')) ?? '', identifier: textOf(file.get(dict.get('OutputConditionIdentifier'))), registry: textOf(file.get(dict.get('RegistryName'))),
    hasProfile: stream !== undefined, profile: bytes && readProfile(bytes), components: stream && file.number(stream.dict.get('N')),
  }]
})

/** The profile that gives device colours their meaning; one named by its registry alone counts as ink. */
export function outputProfile(facts: Facts): Pick<Icc, 'space' | 'deviceClass'> | undefined {
  const intents = intentsOf(facts)
  return intents.find(({ profile }) => profile)?.profile
}
