/** What other words, or other ends of sentences, make of a row, where no markup has to be read for it. */

import type { Edit, Row, RowSegment } from '../../pipeline/model/desk.ts'

export type WordEdit = Extract<Edit, { kind: 'text' | 'cut' | 'join' }>

/** Undefined where there is markup, or where a neighbour in another row would change. */
export function withWords(row: Row, edit: WordEdit): Row | undefined {
  const { language, segment: number } = edit
  const side = row[language]
  const at = side.findIndex(({ segment }) => segment === number)
  const taken = edit.kind === 'join' ? 2 : 1
  const [own, next] = side.slice(at, at + taken)
  const texts = own && isPlain(own) && (edit.kind !== 'join' || next && isPlain(next)) ? textsAfter(own, next, edit) : undefined
  if (!own || !texts) return undefined
  const grown = texts.length - taken
  const fresh = texts.map((text, index): RowSegment => ({ ...own, segment: number + index, text }))
  const rest = side.slice(at + taken).map((one) => ({ ...one, segment: one.segment + grown }))
  // Marks lie by letters: those in what has changed, or is counted anew, would lie elsewhere.
  const findings = row.findings.map((finding) => ({ ...finding, marks: finding.marks.filter((mark) => mark.language !== language || mark.segment < number) }))
  return { ...row, [language]: [...side.slice(0, at), ...fresh, ...rest], findings }
}

const isPlain = ({ source, kind }: RowSegment): boolean => source === undefined && kind === 'paragraph'

function textsAfter({ text }: RowSegment, next: RowSegment | undefined, edit: WordEdit): string[] | undefined {
  switch (edit.kind) {
    case 'text': return isMarkup(edit.text) ? undefined : [edit.text.trim()]
    case 'join': return next && [`${text} ${next.text}`]
    case 'cut': {
      const parts = [text.slice(0, edit.at).trim(), text.slice(edit.at).trim()]
      return parts.includes('') ? undefined : parts
    }
  }
}

/** Whether a manuscript may read more than words in it. */
const isMarkup = (text: string): boolean => /[\\`*_[\]<>#|~&\n]|^\s*(?:$|[-+:>=]|\d+[.)])|:\w+[[{]|\bhttps?:/.test(text)
