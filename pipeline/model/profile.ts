/** What a printer, or a screen, asks of a PDF; every length in millimetres. */

import type { Bilingual } from './language.ts'

/** A claim that a file may make about itself. */
export type Standard = 'pdf-x-1a' | 'pdf-x-4' | 'pdf-ua-1' | 'pdf-a-2a' | 'pdf-a-2u'

/** As people write them, in either language. */
export const standardNames: Readonly<Record<Standard, string>> = {
  'pdf-x-1a': 'PDF/X-1a:2001', 'pdf-x-4': 'PDF/X-4', 'pdf-ua-1': 'PDF/UA-1', 'pdf-a-2a': 'PDF/A-2a', 'pdf-a-2u': 'PDF/A-2u',
}

/** `inner` is at the binding, `outer` at the fore edge. */
export interface Edges {
  readonly inner: number
  readonly outer: number
  readonly top: number
  readonly bottom: number
}

/** Inks or lights in which a file is given: pictures keep grey where they are grey. */
export type ColourSpace = 'rgb' | 'cmyk' | 'grey'

/** How the sheet will be printed, and the profile of it that is embedded. */
export interface OutputCondition {
  /** As its registry names it, such as `FOGRA39`. */
  readonly identifier: string
  /** In words. */
  readonly description: string
  /** Address of the registry; undefined where the condition stands in none. */
  readonly registry: string | undefined
  /** Absolute path of the ICC profile, of the space that the file's colour has. */
  readonly icc: string
  /** Whether the profile travels in the file; a condition of a registry is known without it. */
  readonly embedded: boolean
}

/** The inner margin that a book of at most so many pages needs. */
export interface Gutter {
  readonly pages: number
  readonly inner: number
}

/** Pixels to the inch; a picture under `least` is refused, one over `most` is a waste. */
export interface Resolution {
  readonly least: number
  readonly most: number | undefined
  /** Of pictures of one bit a pixel. */
  readonly lineArt: number
}

/** A paper that the printer offers. */
export interface Paper {
  readonly name: string
  /** Thickness of one page, which is half a leaf. */
  readonly page: number
}

/** What a wraparound cover has to keep to. */
export interface CoverSpecification {
  readonly bleed: number
  /** From the trim to what must not be cut off. */
  readonly safety: number
  readonly spine: {
    /** What boards and glue add to the pages. */
    readonly added: number
    /** Pages that a book must have before its spine may carry words. */
    readonly wordsFrom: number
    /** On either side of the words on the spine. */
    readonly safety: number
    readonly papers: readonly [Paper, ...Paper[]]
  }
}

export interface Profile {
  /** Names its file, `kdp.yaml`, and the files made for it, `en.kdp.pdf`. */
  readonly name: string
  readonly title: Bilingual<string>
  /** Pages of editions; undefined where the book's own trim is taken. */
  readonly trim: { readonly width: number; readonly height: number } | undefined
  /** Beyond the trim; 0 on all sides is a file of the trim's size. */
  readonly bleed: Edges
  /** Marks of cutting and register outside the bleed. */
  readonly marks: boolean
  /** From the trim to what must not be cut off, the binding apart. */
  readonly safety: number
  /** By rising page counts; never empty. A book of more pages than the last has is refused. */
  readonly gutter: readonly Gutter[]
  readonly pages: { readonly least: number; readonly most: number; readonly multiple: number }
  /** Whether a book bound on the right has its last page first in the file. */
  readonly reversed: boolean
  readonly colour: ColourSpace
  readonly condition: OutputCondition
  /** Percent of all inks together at any place; undefined where the printer names none. */
  readonly inkLimit: number | undefined
  readonly resolution: Resolution
  /** Points; a thinner line breaks up. */
  readonly leastLine: number
  /** Whether links, tags and outline stay; a printer's file has none of them, or may have. */
  readonly links: boolean
  readonly tags: boolean
  readonly outline: boolean
  /** Claims that the file makes where they are true. */
  readonly standards: readonly Standard[]
  readonly transparency: boolean
  /** Of the file. */
  readonly mostMegabytes: number | undefined
  /** `single` pages in order, or two of them side by side on each side of a sheet. */
  readonly imposition: 'single' | { readonly width: number; readonly height: number }
  /** Undefined where no cover goes with it. */
  readonly cover: CoverSpecification | undefined
}

/** What the same printer asks of a wraparound cover: one sheet of any size, without a gutter. Undefined where it takes none. */
export function coverProfile(profile: Profile): Profile | undefined {
  const { cover } = profile
  if (!cover) return undefined
  const { bleed, safety } = cover
  return {
    ...profile, trim: undefined, bleed: { inner: bleed, outer: bleed, top: bleed, bottom: bleed }, safety, gutter: [{ pages: 1, inner: 0 }],
    pages: { least: 1, most: 1, multiple: 1 }, reversed: false, imposition: 'single',
    // A cover has no text to be read aloud: only what presses ask is claimed.
    standards: profile.standards.filter((standard) => standard.startsWith('pdf-x')),
  }
}

/** The inner margin that so many pages need at least; undefined where the printer takes no book of so many. */
export const gutterFor = ({ gutter }: Profile, pages: number): number | undefined => gutter.find((step) => pages <= step.pages)?.inner
