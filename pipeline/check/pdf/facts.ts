/** What is known of a PDF after it was read once: everything that rules look at. */

import type { Box, Matrix } from './box.ts'
import type { PdfFile } from './file.ts'
import type { Font } from './fonts.ts'
import type { Dict, Stream } from './objects.ts'
import type { Space } from './spaces.ts'

export interface Colour {
  readonly space: Space
  readonly values: readonly number[]
  /** Of a pattern: the cell of a tiling, or the dictionary of a gradient. */
  readonly pattern?: Dict | Stream
  readonly shading?: Shading
}

/** Colours that run into each other. */
export interface Shading {
  readonly dict: Dict
  readonly space: Space
}

/** How content is painted at a moment. Immutable, so that everything painted may keep its own. */
export interface State {
  readonly matrix: Matrix
  readonly clip: Box
  readonly fill: Colour
  readonly stroke: Colour
  /** In user space; 0 is the thinnest line that a device has. */
  readonly lineWidth: number
  readonly fillAlpha: number
  readonly strokeAlpha: number
  readonly blend: string
  readonly hasSoftMask: boolean
  readonly overprintsFill: boolean
  readonly overprintsStroke: boolean
  readonly overprintMode: number
}

/** Marked content around what is painted; the innermost, with what its ancestors say taken in. */
export interface Mark {
  readonly isArtifact: boolean
  /** Content identifier and the number of the object whose content it stands in. */
  readonly content?: { readonly id: number; readonly owner: number }
  readonly actualText?: string
  readonly language?: string
  /** Real content inside an artifact, or an artifact inside real content. */
  readonly isMixed?: boolean
}

export type ThingKind = 'text' | 'fill' | 'stroke' | 'image' | 'shading'

/** Something painted on a page. */
export interface Thing {
  readonly kind: ThingKind
  /** What can be seen of it at the most. */
  readonly box: Box
  /** False where it is clipped away, or text is not drawn. */
  readonly isVisible: boolean
  readonly state: State
  readonly mark: Mark
  /** Height of letters, or width of a line, in points. */
  readonly size: number
  readonly font?: Font
  readonly image?: Image
  /** Pixels per inch as placed, across and up; of an image alone. */
  readonly resolution?: readonly [across: number, up: number]
  readonly shading?: Shading
}

export interface Image {
  readonly stream: Stream
  readonly width: number
  readonly height: number
  readonly bits: number
  readonly isMask: boolean
  readonly isInline: boolean
  readonly filters: readonly string[]
  /** Undefined for masks and for JPEG 2000, which says it inside. */
  readonly space: Space | undefined
}

/** The first place at which something is used. */
export interface Use<T> {
  readonly thing: T
  readonly page: number
  readonly box?: Box
}

export interface Boxes {
  readonly media: Box
  readonly crop?: Box
  readonly bleed?: Box
  readonly trim?: Box
  readonly art?: Box
}

export interface Page {
  /** Counted from 1. */
  readonly number: number
  readonly object: number
  readonly dict: Dict
  readonly boxes: Boxes
  /** Degrees clockwise. */
  readonly rotation: number
  readonly resources: Dict
  readonly things: readonly Thing[]
  readonly annotations: readonly Annotation[]
  readonly hasGroup: boolean
}

export interface Annotation {
  readonly dict: Dict
  readonly kind: string
  readonly box: Box | undefined
  readonly isHidden: boolean
}

/** Resources that pages use, each once. */
export interface Uses {
  readonly fonts: readonly Use<Font>[]
  readonly images: readonly Use<Image>[]
  readonly forms: readonly Use<Stream>[]
  readonly states: readonly Use<Dict>[]
  readonly spaces: readonly Use<Space>[]
  /** Words between operands that no version of PDF knows. */
  readonly strangeOperators: readonly Use<string>[]
  readonly intents: readonly Use<string>[]
  /** More `q` than `Q` or the other way. */
  readonly unbalanced: readonly Use<number>[]
  readonly postScript: readonly Use<Stream>[]
}

export interface Facts {
  readonly file: PdfFile
  readonly catalog: Dict
  /** The later of header and catalog, such as `1.6`. */
  readonly version: string
  readonly info: Dict
  readonly pages: readonly Page[]
  readonly uses: Uses
}
