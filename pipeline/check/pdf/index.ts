/** Preflight: holds a PDF against what a printer, and the standards, ask of it. */

import { createHash } from 'node:crypto'
import type { Fault, Preflight, PreflightPage, Requirement } from '../../model/preflight.ts'
import type { Profile } from '../../model/profile.ts'
import { height, shared, width } from './box.ts'
import type { Facts, Page } from './facts.ts'
import type { Unreadable } from './file.ts'
import { gathered } from './gathered.ts'
import { inkOnPage } from './ink.ts'
import { readPdf } from './read.ts'
import { said, type Look, type Rule } from './rule.ts'
import { accessRules } from './rules/access.ts'
import { boxRules } from './rules/boxes.ts'
import { colourRules } from './rules/colour.ts'
import { documentRules, soundness } from './rules/document.ts'
import { fontRules } from './rules/fonts.ts'
import { imageRules } from './rules/images.ts'
import { interactiveRules } from './rules/interactive.ts'
import { pageRules } from './rules/pages.ts'
import { paintingRules } from './rules/painting.ts'

/** In the order in which a report tells them. */
export const rules: readonly Rule[] = [
  ...documentRules, ...pageRules, ...boxRules, ...colourRules, ...imageRules, ...fontRules, ...paintingRules, ...interactiveRules, ...accessRules,
]

/** Faults of one rule that are told with their places; the rest is counted. */
const mostFaults = 100
const mostOfPage = 4

/** Never throws for what stands in the file; time grows with the file, within the limits of its reader. */
export function preflight(bytes: Uint8Array, file: string, profile: Profile): Preflight {
  const reading = readPdf(bytes)
  const about = {
    file, bytes: bytes.length, digest: createHash('sha256').update(bytes).digest('hex'),
    profile: { name: profile.name, title: profile.title, standards: profile.standards },
  }
  if ('unreadable' in reading) return { ...about, version: undefined, pages: [], requirements: [unread(reading.unreadable, profile)] }
  const { facts } = reading
  return {
    ...about, version: facts.version, pages: facts.pages.map((page) => toldPage(page, facts)),
    requirements: requirementsOf(facts, profile),
  }
}

/** In the order of the report. What others stumble over on their way, in fonts, pictures and tags, is known when all have looked. */
function requirementsOf(facts: Facts, profile: Profile): Requirement[] {
  const isLocked = facts.file.trailer.has('Encrypt')
  const found = rules.filter((rule) => isAsked(rule, profile)).map((rule) => (rule === soundness ? rule : requirement(rule, facts, profile, isLocked)))
  return found.map((one) => ('look' in one ? requirement(one, facts, profile, isLocked) : one))
}

const isAsked = (rule: Rule, profile: Profile): boolean =>
  profile.standards.some((standard) => rule.clauses[standard] !== undefined) || (rule.asks?.(profile) ?? false)

const clausesOf = (rule: Rule, profile: Profile): string[] => [
  ...(rule.field !== undefined && rule.field !== 'name' && rule.asks?.(profile) ? [`${profile.name}: ${rule.field}`] : []),
  ...profile.standards.flatMap((standard) => rule.clauses[standard] ?? []),
  ...(rule.field === 'name' && rule.asks?.(profile) ? [profile.name] : []),
]

/** Rules that need no content, and so can be held against what is encrypted. */
const ofLockedFiles = new Set(['encryption', 'locked-text', 'version', 'identifier', 'header', 'page-count', 'page-multiple', 'trim-box', 'nested-boxes', 'file-size', 'soundness'])

function requirement(rule: Rule, facts: Facts, profile: Profile, isLocked: boolean): Requirement {
  const look: Look = isLocked && !ofLockedFiles.has(rule.name) ? { faults: [], unknown: said('locked') } : rule.look(facts, profile)
  const { faults, found, wanted = {}, unknown } = look
  return {
    rule: rule.name, clauses: clausesOf(rule, profile), wanted, count: faults.length, faults: firstOf(gathered(faults)),
    found: unknown ?? found ?? said(faults.length === 0 ? 'none-amiss' : 'places', faults.length === 0 ? {} : { count: faults.length }),
    verdict: unknown ? 'unknown' : faults.length === 0 ? 'kept' : rule.isDoubt ? 'doubtful' : 'broken',
  }
}

/** Some of each page, where there are too many for all. */
function firstOf(faults: readonly Fault[]): readonly Fault[] {
  if (faults.length <= mostFaults) return faults
  const told = new Map<number | undefined, number>()
  return faults.filter(({ page }) => {
    const count = (told.get(page) ?? 0) + 1
    told.set(page, count)
    return count <= mostOfPage
  }).slice(0, mostFaults)
}

const unread = (reason: Unreadable, profile: Profile): Requirement => ({
  rule: 'readable', clauses: ['ISO 32000-1:2008, 7.5', profile.name], wanted: {}, found: said(reason), verdict: 'broken', faults: [{ values: { reason: `$preflight:found.${reason}` } }], count: 1,
})

/** What is larger than this is not read. */
export const mostBytes = 2 ** 30

/** What is said of a file of so many bytes that it was not read. */
export function tooLarge(bytes: number, file: string, profile: Profile): Preflight {
  const { rule, clauses, wanted } = unread('empty', profile)
  return {
    file, bytes, digest: '', profile: { name: profile.name, title: profile.title, standards: profile.standards }, version: undefined, pages: [],
    requirements: [{ rule, clauses, wanted, found: said('too-large'), verdict: 'broken', faults: [{ values: { reason: '$preflight:found.too-large' } }], count: 1 }],
  }
}

function toldPage(page: Page, facts: Facts): PreflightPage {
  const { media, crop, trim, bleed } = page.boxes
  const { most, unknown } = inkOnPage(page, facts)
  return {
    width: width(media), height: height(media), shown: (crop && shared(crop, media)) ?? media, rotation: page.rotation, trim, bleed,
    ink: most === undefined ? undefined : Math.round(most * 100), inkIsLeast: unknown.size > 0,
  }
}
