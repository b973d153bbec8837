/** What keeps a file from being XML, as one of a few kinds that `lint:xml` has words for, for the parser speaks English alone. */

export interface XmlFault {
  readonly kind: XmlFaultKind
  /** From 1; undefined where the parser doesn't say. */
  readonly line?: number
}

export type XmlFaultKind = (typeof kinds)[number][0] | 'other'

/** The first whose pattern a message of the parser fits. */
const kinds = [
  ['attribute-twice', /duplicate attribute/],
  ['attribute', /attribute/],
  ['entity', /entity/],
  ['declaration', /declaration|processing instruction|version number|encoding value|standalone value|name\/value pairs/i],
  ['comment', /comment/],
  ['unopened', /unmatched closing tag|unexpected close tag|empty close tag/],
  ['unclosed', /unclosed tag|unexpected end/],
  ['tag', /\btag\b/],
  ['root', /\broot\b/],
  ['brackets', /\]\]>/],
  ['character', /disallowed character/],
] as const

/** Of what the parser of XML throws: `12:4: undefined entity.` */
export function xmlFaultOf(error: unknown): XmlFault {
  const [, line, said = ''] = /^(?:(\d+):\d+: )?([^]*)$/.exec(error instanceof Error ? error.message : String(error)) ?? []
  const kind = kinds.find(([, pattern]) => pattern.test(said))?.[0] ?? 'other'
  return line === undefined ? { kind } : { kind, line: Number(line) }
}
