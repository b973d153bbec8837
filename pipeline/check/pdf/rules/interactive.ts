/** What belongs to a screen: annotations, links, actions, forms, files inside the file. */

import { shared } from '../box.ts'
import type { Annotation, Facts, Page } from '../facts.ts'
import { isDict, nameOf, type Dict, type PdfObject } from '../objects.ts'
import { anyPress, bothX, everyA, inFile, listed, onPage, type Rule, ua, x1a } from '../rule.ts'
import { bleedOf } from '../sheet.ts'

const all = ({ pages }: Facts): { page: Page; annotation: Annotation }[] => pages.flatMap((page) => page.annotations.map((annotation) => ({ page, annotation })))

const kinds = (facts: Facts) => listed(all(facts).map(({ annotation }) => annotation.kind))

const at = ({ page, annotation }: { page: Page; annotation: Annotation }) => onPage(page.number, annotation.box, { kind: annotation.kind })

/** A press's own marks and traps may be annotations. */
const isPrinters = ({ kind }: Annotation): boolean => kind === 'TrapNet' || kind === 'PrinterMark'

const annotations: Rule = {
  name: 'annotations', clauses: bothX('annotations outside the BleedBox'), field: 'links', asks: anyPress,
  look: (facts) => ({
    found: kinds(facts),
    faults: all(facts).filter(({ page, annotation }) => !isPrinters(annotation) && (!annotation.box || shared(annotation.box, bleedOf(page)))).map(at),
  }),
}

export const outline: Rule = {
  name: 'outline', clauses: {}, field: 'outline', asks: ({ links, outline: isTaken }) => !links && !isTaken,
  look: ({ file, catalog }) => ({ faults: file.dict(catalog.get('Outlines'))?.has('First') ? [inFile()] : [] }),
}

/** ISO 19005-2, 6.5.1 names them; in print there are none at all. */
const deadly = new Set(['Launch', 'Sound', 'Movie', 'ResetForm', 'ImportData', 'Hide', 'SetOCGState', 'Rendition', 'Trans', 'GoTo3DView', 'JavaScript'])

interface Found { readonly kind: string; readonly page?: Page; readonly annotation?: Annotation }

/** In entries of lists: annotations may share a chain of actions, each of which is told with its place. */
const actionCost = 10

/** Actions of the file, of its outline, of pages and of annotations, each with those that follow it. */
function actionsIn(facts: Facts): Found[] {
  const { file, catalog } = facts
  const kindsOf = (object: PdfObject | undefined): string[] => {
    const found: string[] = []
    const seen = new Set<Dict>()
    const waiting = [object]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const dict = file.get(next)
      if (Array.isArray(dict)) for (const item of file.walks(dict.length) ? dict as PdfObject[] : []) waiting.push(item)
      if (!isDict(dict) || seen.has(dict) || !file.walks(actionCost)) continue
      seen.add(dict)
      const kind = nameOf(file.get(dict.get('S')))
      if (kind !== undefined) found.push(kind)
      if (dict.has('Next')) waiting.push(dict.get('Next'))
    }
    return found
  }
  const names = file.dict(catalog.get('Names'))
  return [
    ...kindsOf(catalog.get('OpenAction')).map((kind) => ({ kind })),
    ...(names?.has('JavaScript') ? [{ kind: 'JavaScript' }] : []),
    ...all(facts).flatMap(({ page, annotation }) => kindsOf(annotation.dict.get('A')).map((kind) => ({ kind, page, annotation }))),
  ]
}

const atFound = ({ kind, page, annotation }: Found) => (page ? onPage(page.number, annotation?.box, { kind }) : inFile({ kind }))

export const actions: Rule = {
  name: 'actions', clauses: everyA('6.5.1'),
  look: (facts) => {
    const found = actionsIn(facts)
    return { found: listed(found.map(({ kind }) => kind)), faults: found.filter(({ kind }) => deadly.has(kind)).map(atFound) }
  },
}

const printedActions: Rule = {
  name: 'printed-actions', clauses: bothX('actions and JavaScript'), field: 'links', asks: anyPress,
  look: (facts) => {
    const found = actionsIn(facts)
    return { found: listed(found.map(({ kind }) => kind)), faults: found.map(atFound) }
  },
}

const triggers: Rule = {
  name: 'triggers', clauses: { ...bothX('actions and JavaScript'), ...everyA('6.5.2') },
  look: (facts) => ({
    faults: [
      ...(facts.catalog.has('AA') ? [inFile()] : []),
      ...facts.pages.filter(({ dict }) => dict.has('AA')).map(({ number }) => onPage(number)),
      ...all(facts).filter(({ annotation }) => annotation.dict.has('AA')).map(at),
    ],
  }),
}

const formOf = ({ file, catalog }: Facts): Dict | undefined => file.dict(catalog.get('AcroForm'))

export const forms: Rule = {
  name: 'forms', clauses: { ...bothX('forms') }, field: 'links', asks: anyPress,
  look: (facts) => ({ faults: facts.file.array(formOf(facts)?.get('Fields')).length > 0 ? [inFile()] : [] }),
}

const livingForms: Rule = {
  name: 'living-forms', clauses: { ...everyA('6.4.1, 6.4.2'), 'pdf-ua-1': ua('7.15', '25-001') },
  look: (facts) => {
    const form = formOf(facts)
    return { faults: form && (form.has('XFA') || facts.file.get(form.get('NeedAppearances')) === true) ? [inFile()] : [] }
  },
}

const attachments: Rule = {
  name: 'attachments', clauses: { 'pdf-x-1a': x1a('complete files: no embedded files'), ...everyA('6.8') },
  look: (facts) => {
    const inNames = facts.file.dict(facts.catalog.get('Names'))?.has('EmbeddedFiles') ?? false
    return { faults: [...(inNames ? [inFile()] : []), ...all(facts).filter(({ annotation }) => annotation.kind === 'FileAttachment').map(at)] }
  },
}

/** ISO 19005-2, 6.3.1. */
const allowed = new Set((
  'Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup FileAttachment Widget PrinterMark TrapNet Watermark Redact'
).split(' '))

const annotationTypes: Rule = {
  name: 'annotation-types', clauses: everyA('6.3.1'),
  look: (facts) => ({ found: kinds(facts), faults: all(facts).filter(({ annotation }) => !allowed.has(annotation.kind)).map(at) }),
}

/** Print set; Hidden, Invisible, ToggleNoView and NoView not: bits 3, 2, 1, 9 and 6. */
const annotationFlags: Rule = {
  name: 'annotation-flags', clauses: everyA('6.3.2'),
  look: (facts) => ({
    faults: all(facts).filter(({ annotation: { kind, dict } }) => {
      const flags = facts.file.number(dict.get('F'))
      return kind !== 'Popup' && (flags === undefined || (flags & 4) === 0 || (flags & 0b100100011) !== 0)
    }).map(at),
  }),
}

const appearances: Rule = {
  name: 'appearances', clauses: everyA('6.3.3'),
  look: (facts) => ({
    faults: all(facts).filter(({ annotation: { kind, box, dict } }) => {
      const isEmpty = !box || (box[0] === box[2] && box[1] === box[3])
      return kind !== 'Popup' && kind !== 'Link' && !isEmpty && !facts.file.dict(dict.get('AP'))?.has('N')
    }).map(at),
  }),
}

const presentations: Rule = {
  name: 'presentations', clauses: everyA('6.10'),
  look: ({ file, catalog, pages }) => ({
    faults: [
      ...(file.dict(catalog.get('Names'))?.has('AlternatePresentations') ? [inFile()] : []),
      ...pages.filter(({ dict }) => dict.has('PresSteps')).map(({ number }) => onPage(number)),
    ],
  }),
}

export const interactiveRules: readonly Rule[] = [
  annotations, outline, actions, printedActions, triggers, forms, livingForms, attachments, annotationTypes, annotationFlags, appearances, presentations,
]

