/** Addresses of links. */

const schemes = /^(?:https?|mailto|tel|ftp|doi|urn|geo):/i

/** Whether an address leads a reader out of the book; a path beside a manuscript is no place in an edition, and neither is a script. */
export const isOutside = (address: string): boolean => schemes.test(address)
