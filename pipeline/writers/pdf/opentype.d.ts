declare module 'opentype.js' {
  interface BoundingBox { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }
  interface Path { getBoundingBox(): BoundingBox; toPathData(decimals: number): string }
  interface Font {
    readonly unitsPerEm: number
    readonly ascender: number
    readonly descender: number
    getPath(text: string, x: number, y: number, size: number): Path
    getAdvanceWidth(text: string, size: number): number
  }
  export function parse(bytes: ArrayBuffer): Font
}
