/** What is used of the colour library, which has no types of its own. */
declare module 'lcms-wasm' {
  export const TYPE_RGB_8: number
  export const TYPE_CMYK_8: number
  export const TYPE_GRAY_8: number
  export const INTENT_RELATIVE_COLORIMETRIC: number
  export const cmsFLAGS_BLACKPOINTCOMPENSATION: number

  export interface Lcms {
    /** 0 for what is no profile. */
    cmsOpenProfileFromMem(bytes: Uint8Array, length: number): number
    cmsCreateTransform(from: number, fromFormat: number, to: number, toFormat: number, intent: number, flags: number): number
    cmsDoTransform(transform: number, pixels: Uint8Array, count: number): ArrayLike<number>
  }

  export function instantiate(): Promise<Lcms>
}
