/** Profiles of printers, those that come with the product and a publisher's own: YAML to `Profile`, every fault with its place. */

import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { bilingual, type Bilingual } from '../model/language.ts'
import type { Message, Place } from '../model/message.ts'
import type { ColourSpace, CoverSpecification, Edges, OutputCondition, Profile, Standard } from '../model/profile.ts'
import { codeOf, fileBytesNow, largest } from '../readers/file.ts'
import { millimetres } from './lengths.ts'
import { faultIn } from './profile-faults.ts'
import { readYaml, shapeAt } from './yaml.ts'

const folder = fileURLToPath(new URL('../print/profiles/', import.meta.url))

interface WrittenCondition {
  readonly identifier: string
  readonly description: string
  readonly registry?: string
  /** Beside the file that names it. */
  readonly icc: string
}

interface WrittenCover {
  readonly bleed: string
  readonly safety: string
  readonly spine: { readonly added: string; readonly wordsFrom: number; readonly safety: string; readonly papers: readonly { readonly name: string; readonly page: string }[] }
}

/** A profile as it is written; what it leaves out comes from the one that it extends. */
export interface Written {
  readonly title: Partial<Bilingual<string>>
  readonly extends?: string
  readonly trim: 'book' | readonly [string, string]
  readonly bleed: string | Readonly<Record<keyof Edges, string>>
  readonly marks: boolean
  readonly safety: string
  readonly gutter: readonly { readonly pages: number; readonly inner: string }[]
  readonly pages: Profile['pages']
  readonly reversed: boolean
  readonly colour: ColourSpace
  readonly condition: string | WrittenCondition
  readonly embedCondition: boolean
  readonly inkLimit?: number
  readonly resolution: { readonly least: number; readonly most?: number; readonly lineArt: number }
  readonly leastLine: string
  readonly keep: { readonly links: boolean; readonly tags: boolean; readonly outline: boolean }
  readonly standards: readonly Standard[]
  readonly transparency: boolean
  readonly mostMegabytes?: number
  readonly imposition: 'single' | readonly [string, string]
  readonly cover?: WrittenCover
}

const shape = shapeAt<Partial<Written>>(new URL('../print/profiles/profile.schema.json', import.meta.url))

const needed = [
  'title', 'trim', 'bleed', 'marks', 'safety', 'gutter', 'pages', 'reversed', 'colour', 'condition', 'embedCondition', 'resolution',
  'leastLine', 'keep', 'standards', 'transparency', 'imposition',
] as const satisfies readonly (keyof Written)[]

const conditions = parse(readFileSync(join(folder, 'conditions.yaml'), 'utf8')) as Readonly<Record<string, WrittenCondition>>

/** Names of the profiles that come with the product. */
export const profileNames: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml') && file !== 'conditions.yaml').map((file) => basename(file, '.yaml')).sort()

export interface ReadProfile {
  /** Undefined where the messages hold an error. */
  readonly profile: Profile | undefined
  readonly messages: readonly Message[]
}

/** A profile that comes with the product; a name that is not among `profileNames` is a bug. */
export function profileNamed(name: string): Profile {
  const { profile, messages } = profileOf(readFileSync(join(folder, `${name}.yaml`), 'utf8'), `${name}.yaml`, folder)
  if (!profile) throw new Error(`A profile of the product's own has faults: ${JSON.stringify(messages)}`)
  return profile
}

/** A profile by its text; `file` names it, and what it refers to lies in `root`, absolute. */
export function profileOf(text: string, file: string, root: string): ReadProfile {
  const { value, messages, placeOf } = readYaml(text, file, shape)
  if (!value) return { profile: undefined, messages }
  const fault = (rule: string, path: readonly (string | number)[], values: Record<string, string | number>): ReadProfile =>
    ({ profile: undefined, messages: [...messages, { rule, severity: 'error', place: placeOf(path), values }] })
  if (value.extends !== undefined && !profileNames.includes(value.extends)) {
    return fault('configuration/unknown-value', ['extends'], { key: 'extends', value: value.extends, allowed: profileNames.join(', ') })
  }
  const written = { ...(value.extends === undefined ? {} : writtenNamed(value.extends)), ...value }
  const absent = needed.find((key) => written[key] === undefined)
  if (absent) return fault('configuration/missing-key', [], { key: absent })
  // Every key that is needed is there.
  const whole = written as Written
  const condition = conditionOf(whole, typeof value.condition === 'object' ? root : folder)
  const found = faultIn(whole, condition.icc)
  if (found) return fault(`configuration/${found.rule}`, found.path, found.values)
  return { profile: completed(whole, basename(file, extname(file)), condition), messages }
}

const writtenNamed = (name: string): Partial<Written> => parse(readFileSync(join(folder, `${name}.yaml`), 'utf8')) as Partial<Written>

function conditionOf({ condition, embedCondition }: Written, root: string): OutputCondition {
  const written = typeof condition === 'string' ? conditions[condition] : condition
  if (!written) throw new Error(`An unknown condition: ${String(condition)}`)
  const home = typeof condition === 'string' ? folder : root
  return {
    identifier: written.identifier, description: written.description, registry: written.registry, embedded: embedCondition || written.registry === undefined,
    icc: isAbsolute(written.icc) ? written.icc : join(home, written.icc),
  }
}

function completed(written: Written, name: string, condition: OutputCondition): Profile {
  const { title, trim, bleed, gutter, resolution, keep, imposition, cover } = written
  const edges = typeof bleed === 'string' ? { inner: bleed, outer: bleed, top: bleed, bottom: bleed } : bleed
  return {
    name, condition,
    title: bilingual((language) => title[language] ?? title.en ?? title.ar ?? name),
    trim: trim === 'book' ? undefined : { width: millimetres(trim[0]), height: millimetres(trim[1]) },
    bleed: { inner: millimetres(edges.inner), outer: millimetres(edges.outer), top: millimetres(edges.top), bottom: millimetres(edges.bottom) },
    marks: written.marks,
    safety: millimetres(written.safety),
    gutter: gutter.map(({ pages, inner }) => ({ pages, inner: millimetres(inner) })),
    pages: written.pages,
    reversed: written.reversed,
    colour: written.colour,
    inkLimit: written.inkLimit,
    resolution: { least: resolution.least, most: resolution.most, lineArt: resolution.lineArt },
    leastLine: Math.round(millimetres(written.leastLine) * 72 / 25.4 * 1000) / 1000,
    ...keep,
    standards: written.standards,
    transparency: written.transparency,
    mostMegabytes: written.mostMegabytes,
    imposition: imposition === 'single' ? imposition : { width: millimetres(imposition[0]), height: millimetres(imposition[1]) },
    cover: cover && coverOf(cover),
  }
}

function coverOf({ bleed, safety, spine }: WrittenCover): CoverSpecification {
  const papers = spine.papers.map(({ name, page }) => ({ name, page: millimetres(page) }))
  return {
    bleed: millimetres(bleed), safety: millimetres(safety),
    // The schema asks for one at least.
    spine: { added: millimetres(spine.added), wordsFrom: spine.wordsFrom, safety: millimetres(spine.safety), papers: papers as [typeof papers[0] & object, ...typeof papers] },
  }
}

/** What an edition's `profile:` names: one of the product's own, or a file of YAML beside the book. `place` is where it is named. */
export function findProfile(name: string, root: string, place: Place): ReadProfile {
  if (profileNames.includes(name)) return { profile: profileNamed(name), messages: [] }
  const fault = (rule: string, values: Record<string, string>): ReadProfile => ({ profile: undefined, messages: [{ rule: `configuration/${rule}`, severity: 'error', place, values }] })
  if (!/\.ya?ml$/.test(name)) return fault('unknown-profile', { name, allowed: profileNames.join(', ') })
  const path = isAbsolute(name) ? name : join(root, name)
  try {
    return profileOf(fileBytesNow(path, largest).toString('utf8'), name, dirname(path))
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return fault('profile-unreadable', { name })
  }
}
