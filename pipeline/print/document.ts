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
