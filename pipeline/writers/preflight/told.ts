/** A preflight for programs, as `preflight.schema.json` describes it. */

import { isAccepted, rangesOf, type Fault, type Preflight, type Requirement } from '../../model/preflight.ts'
import type { Words } from '../../model/words.ts'
import { doOf, mustOf, saidIn, whatOf } from './wording.ts'

/** Plain, with the words of one language beside the values. */
export function toldPreflight(found: Preflight, words: Words): object {
  const { file, bytes, digest, profile, version, pages, requirements } = found
  return {
    preflight: 1, file, bytes, digest, profile: profile.name, standards: profile.standards, version: version ?? null, accepted: isAccepted(found),
    requirements: requirements.map((requirement) => toldRequirement(requirement, words)),
    pages: pages.map(({ width, height, rotation, ink, inkIsLeast, trim, bleed }) => ({ width, height, rotation, ink: ink ?? null, inkIsLeast, trim: trim ?? null, bleed: bleed ?? null })),
  }
}

const toldRequirement = (requirement: Requirement, words: Words): object => {
  const { rule, clauses, verdict, found, count, faults, wanted } = requirement
  return {
    rule, clauses, verdict, must: mustOf(requirement, words), found: saidIn(found, words), wanted, count,
    faults: faults.map((fault) => toldFault(requirement, fault, words)),
  }
}

const toldFault = (requirement: Requirement, fault: Fault, words: Words): object => ({
  page: fault.page ?? null, pages: rangesOf(fault), place: fault.place?.map((points) => Math.round(points * 100) / 100) ?? null, object: fault.object ?? null, values: fault.values,
  what: whatOf(requirement, fault, words), do: doOf(requirement, fault, words),
})
