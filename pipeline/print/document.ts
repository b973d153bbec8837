/** What the browser is given: one HTML document and the files that it may ask for. */

export interface Asset {
  /** MIME type. */
  readonly type: string
  readonly bytes: Uint8Array
}

export interface PrintDocument {
  /** Complete HTML; its relative addresses are answered from `assets` and from nothing else. */
  readonly html: string
  readonly assets: ReadonlyMap<string, Asset>
}

/** A document that is filled while it is open; a tab that holds one of the same HTML already is used again. */
export interface Desk extends PrintDocument {
  readonly size: PictureSize
  /** Characters that will be put into it, for its time limit. */
  readonly extent: number
}

/** Tabs that works to come will want. */
export interface Expected {
  readonly desk: PrintDocument
  readonly tabs: number
}

/** What is put into an open document in the place of what it held. */
export interface DeskContent {
  readonly title: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** A style sheet, after those of the desk's own. */
  readonly style: string
  /** Of the body. */
  readonly classes: readonly string[]
  /** HTML of the body. */
  readonly body: string
}

export interface PrintOptions {
  readonly tagged: boolean
  readonly outline: boolean
}

/** CSS pixels; `scale` is device pixels for each. */
export interface PictureSize {
  readonly width: number
  readonly height: number
  readonly scale: number
}

/** Photographs are small as JPEG alone. */
export type PictureKind = 'png' | 'jpeg'
