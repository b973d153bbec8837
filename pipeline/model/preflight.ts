/** What a preflight found in a PDF: each requirement, what there was, and each fault with its place. */

import type { Profile } from './profile.ts'

/** In points of the page's own space, from the lower left corner. */
export type PlaceOnPage = readonly [left: number, bottom: number, right: number, top: number]

type Values = Readonly<Record<string, string | number>>

/** A wording of `locales` with its values. */
export interface Said {
  readonly key: string
  readonly values: Values
}

export type PageRange = readonly [first: number, last: number]

export interface Fault {
  /** Counted from 1; undefined where it is the whole file's. */
  readonly page?: number
  /** All its pages, where several have it alike; `page` is the first of them. */
  readonly pages?: readonly PageRange[]
  readonly place?: PlaceOnPage
  /** Number of the object in the file, for those who mend files by hand. */
  readonly object?: number
  readonly values: Values
}

/** `unknown` where the file could not be looked at so far, or does not say. */
export type Verdict = 'kept' | 'broken' | 'doubtful' | 'unknown'

export interface Requirement {
  /** Its wordings stand in `locales`, in `rules`, under this name: `must`, `what`, `do`. */
  readonly rule: string
  /** Of standards, and the fields of the profile that ask for it. */
  readonly clauses: readonly string[]
  /** What fills `must`. */
  readonly wanted: Values
  readonly found: Said
  readonly verdict: Verdict
  /** The first of them, in the order of pages. */
  readonly faults: readonly Fault[]
  /** All of them, page by page. */
  readonly count: number
}

export interface PreflightPage {
  /** Of the sheet, which is the MediaBox. */
  readonly width: number
  readonly height: number
  /** What readers show of it, and pictures too. */
  readonly shown: PlaceOnPage
  /** Degrees clockwise. */
  readonly rotation: number
  /** Percent of all inks together at the heaviest place; undefined where a conversion decides. */
  readonly ink: number | undefined
  /** Whether there is more on it whose ink is not known. */
  readonly inkIsLeast: boolean
  readonly trim: PlaceOnPage | undefined
  readonly bleed: PlaceOnPage | undefined
}

export interface Preflight {
  /** Name of the file, without folders. */
  readonly file: string
  readonly bytes: number
  /** SHA-256, hexadecimal, so that a report can be held against its file. */
  readonly digest: string
  readonly profile: Pick<Profile, 'name' | 'title' | 'standards'>
  readonly version: string | undefined
  readonly pages: readonly PreflightPage[]
  readonly requirements: readonly Requirement[]
}

/** Pages on which a fault is. */
export const rangesOf = ({ page, pages }: Fault): readonly PageRange[] => pages ?? (page === undefined ? [] : [[page, page]])

export const isOnPage = (fault: Fault, page: number): boolean => rangesOf(fault).some(([first, last]) => page >= first && page <= last)

/** Whether nothing is broken; what is doubtful or unknown is for a person to look at. */
export const isAccepted = ({ requirements }: Preflight): boolean => requirements.every(({ verdict }) => verdict !== 'broken')
