/** A bound on the marks of one paragraph: the parser holds each against all before it, so that its time would grow with their square. */

import type { Code, Extension, Point, TokenizeContext, Tokenizer } from 'micromark-util-types'
import type { Processor } from 'unified'

/** Far more than any paragraph has: two thousand links, or some twelve hundred notes. Our own choice; so many take a second. */
export const mostMarks = 5000

/** Thrown by the parser where a paragraph has more; `place` counts lines and columns from 1. */
export class Tangle extends Error {
  readonly place: Point

  constructor(place: Point) {
    super('Too many marks in one paragraph')
    this.place = place
  }
}

/** Marks that are held against others of their paragraph: of emphasis, links, notes, code, tags and directives. */
const marks = [...'*_~[]`<:'].map((mark) => mark.charCodeAt(0))

/** What `<!` and `<?` count as: each may have the parser look for its end to the end of the paragraph. */
const opening = 100

const [less, exclamation, question] = [...'<!?'].map((sign) => sign.charCodeAt(0))

/** A plugin of the parser that reads nothing and counts these marks. */
export function boundMarks(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: Extension[] }
  const counts = new WeakMap<TokenizeContext['events'], number>()
  const tokenize: Tokenizer = function (effects, _ok, nok) {
    // What is read of one paragraph has one list of events.
    const count = (weight: number) => {
      const sum = (counts.get(this.events) ?? 0) + weight
      counts.set(this.events, sum)
      if (sum > mostMarks) throw new Tangle(this.now())
    }
    return (code) => {
      count(1)
      if (code !== less) return nok(code)
      // The parser takes this back where `nok` is returned.
      effects.enter('data')
      effects.consume(code)
      return (next) => {
        if (next === exclamation || next === question) count(opening)
        return nok(next)
      }
    }
  }
  // Some marks begin nothing behind another of their kind, and the parser must not be made to look for it there.
  const text = marks.map((mark) => [mark, { name: 'boundMarks', tokenize, previous: (code: Code) => code !== mark }])
  data.micromarkExtensions = [...data.micromarkExtensions ?? [], { text: Object.fromEntries(text) }]
}
