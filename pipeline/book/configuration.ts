/** `tawazi.yaml` as written: its shape checked, every fault with its line and what to do. */

import type { Book, Conformance, CreatorRole, Digits, EpubSettings } from '../model/book.ts'
import type { Bilingual, Language } from '../model/language.ts'
import { readYaml, shapeAt, type ReadYaml } from './yaml.ts'

export const configurationName = 'tawazi.yaml'

/** An edition with what it is made for, besides screens. */
export interface WrittenEdition {
  readonly name: string
  /** Names of printers' profiles, or of files that hold them. */
  readonly profile?: string | readonly string[]
}

export interface Configuration {
  readonly title?: Partial<Bilingual<string>>
  readonly subtitle?: Partial<Bilingual<string>>
  readonly description?: Partial<Bilingual<string>>
  readonly cover?: { readonly picture?: string; readonly author?: Partial<Bilingual<string>> }
  readonly site?: Book['site']
  readonly original?: Language
  readonly creators?: readonly { readonly role: CreatorRole; readonly name: Partial<Bilingual<string>> }[]
  readonly publisher?: Partial<Bilingual<string>>
  readonly rights?: Partial<Bilingual<string>>
  readonly date?: string
  readonly isbn?: string
  readonly chapters?: Book['parts']
  readonly manuscripts?: Bilingual<string>
  readonly glossary?: string
  readonly align?: { readonly with: 'words' | 'embeddings'; readonly model?: string }
  readonly digits?: { readonly ar?: Digits }
  readonly page?: {
    readonly trim?: readonly [string, string]
    readonly margin?: Partial<Record<'inner' | 'outer' | 'top' | 'bottom', string>>
  }
  readonly leading?: Language
  readonly notes?: Book['notes']
  readonly references?: Book['references']
  readonly columns?: Partial<Book['columns']>
  readonly contents?: Partial<Book['contents']>
  readonly justify?: Partial<Book['justify']>
  readonly grid?: boolean
  readonly initials?: boolean
  readonly epub?: {
    readonly fonts?: boolean
    readonly tap?: Partial<EpubSettings['tap']>
    readonly accessibility?: { readonly conforms: Conformance; readonly certifier: Partial<Bilingual<string>> }
  }
  readonly editions?: readonly (string | WrittenEdition)[]
}

const shape = shapeAt<Configuration>(new URL('book.schema.json', import.meta.url))

/** `text` is what the file holds; a fault in it is an error among the messages. */
export const readConfiguration = (text: string): ReadYaml<Configuration> => readYaml(text, configurationName, shape)
