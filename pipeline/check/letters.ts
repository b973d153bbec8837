/** How often each letter stands in a text, whatever its form. */

const isLatin = /\p{Script=Latin}/u

export class Letters {
  readonly #units = new Uint32Array(65_536)
  readonly #beyond = new Map<number, number>()

  add(text: string, times = 1): void {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      const isPair = unit >= 0xD800 && unit < 0xDC00 && at + 1 < text.length
      if (!isPair) this.#units[unit]! += times
      else {
        const code = text.codePointAt(at++)!
        this.#beyond.set(code, (this.#beyond.get(code) ?? 0) + times)
      }
    }
  }

  /**
   * Presentation forms and ligatures count as their letters; marks are left out, for extractors place them freely, and so is tatweel, which
   * draws letters out, and of which a page may say several as one. Accents of Latin
   * letters are marks, but Arabic letters with a hamza are letters of their own, or one kind would make up for another.
   */
  counts(): Map<string, number> {
    const counts = new Map<string, number>()
    const spread = (times: number, code: number): void => {
      if (times === 0) return
      const written = String.fromCodePoint(code)
      for (const letter of written.normalize(isLatin.test(written) ? 'NFKD' : 'NFKC').match(/(?!\u0640)\p{L}/gu) ?? []) counts.set(letter, (counts.get(letter) ?? 0) + times)
    }
    this.#units.forEach(spread)
    this.#beyond.forEach(spread)
    return counts
  }
}
