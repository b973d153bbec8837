/** What a book asks for: names of artifacts, and the printers that PDFs are made for besides screens. */

import type { Message } from '../model/message.ts'
import type { Profile } from '../model/profile.ts'
import type { Configuration, WrittenEdition } from './configuration.ts'
import { findProfile } from './profile.ts'
import type { PlaceOf } from './yaml.ts'

export interface Editions {
  /** Undefined for all. */
  readonly names: readonly string[] | undefined
  readonly profiles: Readonly<Record<string, readonly Profile[]>>
  readonly messages: readonly Message[]
}

export function editionsOf({ editions }: Configuration, root: string, placeOf: PlaceOf): Editions {
  const written = editions?.map((edition): WrittenEdition => (typeof edition === 'string' ? { name: edition } : edition))
  const profiles: Record<string, readonly Profile[]> = {}
  const messages: Message[] = []
  written?.forEach((edition, index) => {
    const fault = (rule: string): void => { messages.push({ rule: `configuration/${rule}`, severity: 'error', place: placeOf(['editions', index]), values: { name: edition.name } }) }
    if (written.findIndex(({ name }) => name === edition.name) < index) return fault('edition-twice')
    if (edition.profile === undefined) return
    if (!edition.name.endsWith('.pdf')) return fault('profile-not-pdf')
    const found = namesIn(edition.profile).map((name) => findProfile(name, root, placeOf(['editions', index, 'profile'])))
    messages.push(...found.flatMap((one) => one.messages))
    // The file for screens is made in any case.
    const own = found.flatMap(({ profile }) => profile ?? []).filter(({ name }) => name !== 'screen')
    if (new Set(own.map(({ trim }) => (trim ? `${trim.width} ${trim.height}` : 'book'))).size > 1) fault('profiles-differ')
    profiles[edition.name] = own
  })
  return { names: written?.map(({ name }) => name), profiles, messages }
}

const namesIn = (profile: string | readonly string[]): readonly string[] => [...new Set(typeof profile === 'string' ? [profile] : profile)]
