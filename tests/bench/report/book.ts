/** An invented book of many beads with everything that a report shows: doubt, omissions, findings, decisions, a chapter that moved and one that is missing. */

import { noDecisions, type Decided, type Status } from '../../../pipeline/model/decisions.ts'
import type { Finding } from '../../../pipeline/model/finding.ts'
import type { Bead } from '../../../pipeline/model/alignment.ts'
import { bilingual, type Bilingual, type Language } from '../../../pipeline/model/language.ts'
import { segmentsOf, type Segment } from '../../../pipeline/model/manuscript.ts'
import type { Message } from '../../../pipeline/model/message.ts'
import type { ReportInput } from '../../../pipeline/writers/report-json/index.ts'
import { beads as drawn } from '../../support/draw.ts'
import { book, prose } from '../../support/edition.ts'
import { manuscript } from '../../support/manuscript.ts'
import { random } from '../../support/random.ts'

const none = bilingual(() => undefined)

interface Drawn {
  readonly types: readonly string[]
  readonly paragraphs: Bilingual<(string | string[])[]>
}

/** Chapters of 250 beads; the same each time. */
export function benchBook(beads: number): ReportInput {
  const chance = random(7)
  const chapters = Array.from({ length: Math.ceil(beads / 250) }, (_, index) => chapter(index, Math.min(250, beads - index * 250), chance))
  const manuscripts = bilingual((language) => manuscript(language, ...chapters.flatMap(({ paragraphs }) => paragraphs[language])))
  const aligned = drawn(chapters.flatMap(({ types }) => types).join(' ')).map((bead) => ({ ...bead, score: chance() < 0.08 ? chance() * 0.6 : 0.6 + chance() * 0.4 }))
  const segments = bilingual((language) => segmentsOf(manuscripts[language]))
  return {
    book, manuscripts, alignment: { beads: aligned }, proof: [], messages: moved(chapters.length, segments),
    imprint: { title: { en: 'The Long Kiln', ar: 'الأتون الطويل' }, subtitle: none, creators: [], publisher: none, rights: none, date: undefined, isbn: undefined },
    findings: aligned.flatMap((bead, index) => findingsIn(bead, index, segments, chance)),
    decisions: { decisions: noDecisions, lost: [], beads: new Map(aligned.flatMap((bead, index) => (chance() < 0.1 ? [[index, decided(bead, segments, chance)] as const] : []))) },
  }
}

/** Chapter 4 is missing in Arabic; chapter 8 stands in Arabic after chapter 12. */
function chapter(index: number, size: number, chance: () => number): Drawn {
  const isAlone = index === 3 || index === 7
  const isMoved = index === 11
  const types = ['1:1', ...Array.from({ length: size - 1 }, () => (isAlone ? '1:0' : type(chance)))]
  if (isAlone) types[0] = '1:0'
  const extra = isMoved ? Array.from({ length: 250 }, () => '0:1') : []
  const sentences = (language: Language, drawing: readonly string[]) => drawing.flatMap((one, at) =>
    Array.from({ length: Number(one.split(':')[language === 'en' ? 0 : 1]) }, () => prose(language, 8 + Math.floor(chance() * 18), index * 1000 + at + 1)))
  const of = (language: Language) => {
    const own = sentences(language, types.slice(1))
    const title = language === 'en' ? `# Chapter ${index + 1}, in which it is fired` : `# الفصل ${arabic(index + 1)} وفيه أُوقد`
    const heads = isAlone && language === 'ar' ? [] : [title, ...inParagraphs(own)]
    return extra.length > 0 && language === 'ar' ? [...heads, '# الفصل ٨ وفيه أُوقد', ...inParagraphs(sentences('ar', extra.slice(1)))] : heads
  }
  return { types: [...types, ...extra], paragraphs: { en: of('en'), ar: of('ar') } }
}

const arabic = (value: number): string => value.toLocaleString('ar-EG', { useGrouping: false })

function type(chance: () => number): string {
  const at = chance()
  return at < 0.88 ? '1:1' : at < 0.92 ? '1:2' : at < 0.96 ? '2:1' : at < 0.98 ? '1:0' : '0:1'
}

function inParagraphs(sentences: readonly string[]): string[][] {
  const paragraphs: string[][] = []
  for (let at = 0; at < sentences.length; at += 4) paragraphs.push(sentences.slice(at, at + 4))
  return paragraphs
}

function moved(chapters: number, { en, ar }: Bilingual<readonly Segment[]>): Message[] {
  const place = en.find(({ text }) => text.startsWith('Chapter 8,'))?.place
  const counterpart = ar.find(({ text }) => text.startsWith('الفصل ٨ '))?.place
  if (chapters < 12 || !place || !counterpart) return []
  return [{ rule: 'align/moved-chapter', severity: 'warning', place, counterpart, values: { en: 'Chapter 8', ar: 'الفصل ٨', enFile: 'en.md', arFile: 'ar.md', segments: 500, paired: 420 } }]
}

const rules = [['numbers-differ', 'warning'], ['end-punctuation', 'note'], ['digits-mixed', 'warning'], ['untranslated', 'error']] as const

function findingsIn(bead: Bead, index: number, segments: Bilingual<readonly Segment[]>, chance: () => number): Finding[] {
  const [rule, severity] = rules[Math.floor(chance() * rules.length)] ?? rules[0]
  if (chance() > 0.12) return []
  const marks = (['en', 'ar'] as const).flatMap((language) => {
    const segment = segments[language][bead[language].from]
    return segment && bead[language].to > bead[language].from ? [{ language, segment: bead[language].from, from: 0, to: segment.text.indexOf(' ') }] : []
  })
  const accepted = { rule, texts: { en: [], ar: [] }, reason: 'The house writes it so.', by: 'Salma', on: '2026-03-01' }
  return [{ rule, severity, bead: index, marks, values, ...(chance() < 0.2 && { accepted }) }]
}

/** More than any of the rules asks for. */
const values = { en: '12', ar: '13', text: 'x', count: 1, number: '12', others: '13', sign: '.', other: '!', language: 'en' }

function decided(bead: Bead, segments: Bilingual<readonly Segment[]>, chance: () => number): Decided {
  const isAlone = bead.en.from === bead.en.to || bead.ar.from === bead.ar.to
  const at = chance()
  const status: Status = at < 0.1 ? 'again' : isAlone ? 'omission' : at < 0.5 ? 'confirmed' : 'corrected'
  const texts = bilingual((language) => segments[language].slice(bead[language].from, bead[language].to).map(({ text }) => text.split(' ').slice(1).join(' ')))
  const comments = chance() < 0.2 ? [{ at: '2026-03-01T10:05:00Z', by: 'سلمى', text: 'Is this what he means?' }] : []
  return { status, before: status === 'again' ? texts : undefined, comments, history: [{ at: '2026-03-01T10:00:00Z', by: 'سلمى', what: 'confirm' }], from: [] }
}
