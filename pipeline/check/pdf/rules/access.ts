/** What readers for the blind need (PDF/UA-1), as far as a machine can tell: Matterhorn's checkpoints of that kind. */

import type { Fault } from '../../../model/preflight.ts'
import type { Facts, Page } from '../facts.ts'
import { isDict, nameOf, PdfString, textOf, type Dict } from '../objects.ts'
import { atUse, inFile, listed, onlyAccessibleA, onPage, said, type Rule, ua } from '../rule.ts'
import { roleOf, standardTypes, structureOf, type Tag } from '../structure.ts'
import { languageOf } from '../sheet.ts'
import { space, xmpOf } from '../xmp.ts'

/** A fault of a tag: its page, where it has content that says so. */
const atTag = (tag: Tag, values: Fault['values'] = {}): Fault => ({ ...(tag.page === undefined ? {} : { page: tag.page }), values: { type: tag.type, ...values } })

const withRole = (facts: Facts, ...roles: readonly string[]): Tag[] => structureOf(facts).tags.filter(({ role }) => role !== undefined && roles.includes(role))

const parentRole = ({ parent }: Tag): string | undefined => parent?.role

export const tagged: Rule = {
  name: 'tagged', clauses: { 'pdf-ua-1': ua('7.1', '06-001, 07-001'), ...onlyAccessibleA('6.7.2.2, 6.7.3.3') },
  look: (facts) => {
    const mark = facts.file.dict(facts.catalog.get('MarkInfo'))
    const isMarked = facts.file.get(mark?.get('Marked') ?? null) === true && facts.file.get(mark?.get('Suspects') ?? null) !== true
    return { found: said('tags', { count: structureOf(facts).tags.length }), faults: isMarked && structureOf(facts).isThere ? [] : [inFile()] }
  },
}

/** Everything that is painted is either in a tag or an artifact. */
const taggedContent: Rule = {
  name: 'tagged-content', clauses: { 'pdf-ua-1': ua('7.1', '01-005'), ...onlyAccessibleA('6.7.3.3') },
  look: (facts) => {
    const { contents, isThere } = structureOf(facts)
    if (!isThere) return { faults: [], unknown: said('no-tags') }
    return { faults: facts.pages.flatMap((page) => strays(page, contents)) }
  },
}

function strays(page: Page, contents: ReadonlyMap<number, ReadonlyMap<number, Tag>>): Fault[] {
  const stray = page.things.find(({ mark, isVisible, kind }) => {
    if (mark.isArtifact || (!isVisible && kind !== 'text')) return false
    return !mark.content || !contents.get(mark.content.owner)?.has(mark.content.id)
  })
  return stray ? [onPage(page.number, stray.box)] : []
}

const mixedMarks: Rule = {
  name: 'mixed-marks', clauses: { 'pdf-ua-1': ua('7.1', '01-003, 01-004') },
  look: ({ pages }) => ({
    faults: pages.flatMap(({ number, things }) => {
      const mixed = things.find(({ mark }) => mark.isMixed)
      return mixed ? [onPage(number, mixed.box)] : []
    }),
  }),
}

const roleMap: Rule = {
  name: 'role-map', clauses: { 'pdf-ua-1': ua('7.1', '02-001, 02-003, 02-004'), ...onlyAccessibleA('6.7.3.4') },
  look: (facts) => {
    const { tags, roles } = structureOf(facts)
    const unknown = new Map(tags.filter(({ role }) => role === undefined).map((tag) => [tag.type, tag]))
    const renamed = [...roles.keys()].filter((type) => standardTypes.has(type) && nameOf(facts.file.get(roles.get(type))) !== type)
    return {
      found: listed([...new Set(tags.map(({ type }) => type))]),
      faults: [...[...unknown.values()].map((tag) => atTag(tag)), ...renamed.map((type) => inFile({ type })), ...circular(roles, facts).map((type) => inFile({ type }))],
    }
  },
}

const circular = (roles: Dict, { file }: Facts): string[] => [...roles.keys()].filter((type) => !standardTypes.has(type) && roleOf(type, roles, file) === undefined)

export const title: Rule = {
  name: 'title', clauses: { 'pdf-ua-1': ua('7.1', '06-003') },
  look: (facts) => {
    const there = xmpOf(facts).value(space.dc, 'title')
    return { found: said('text', { text: there || '–' }), faults: there ? [] : [inFile()] }
  },
}

const shownTitle: Rule = {
  name: 'shown-title', clauses: { 'pdf-ua-1': ua('7.1', '07-001, 07-002') },
  look: ({ file, catalog }) => ({ faults: file.get(file.dict(catalog.get('ViewerPreferences'))?.get('DisplayDocTitle')) === true ? [] : [inFile()] }),
}

const isLanguage = (text: string): boolean => /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(text)

export const language: Rule = {
  name: 'language', clauses: { 'pdf-ua-1': ua('7.2', '11-006'), ...onlyAccessibleA('6.7.4') },
  look: (facts) => {
    const own = languageOf(facts)
    if (own === undefined) return { found: said('none'), faults: [inFile({ language: '–' })] }
    const wrong = new Map(structureOf(facts).tags.filter((tag) => tag.language !== undefined && !isLanguage(tag.language)).map((tag) => [tag.language, tag]))
    return {
      found: listed([own, ...structureOf(facts).tags.flatMap((tag) => tag.language ?? [])]),
      faults: [...(isLanguage(own) ? [] : [inFile({ language: own })]), ...[...wrong].map(([name, tag]) => atTag(tag, { language: name ?? '' }))],
    }
  },
}

const says = (tag: Tag, key: string, { file }: Facts): boolean => (textOf(file.get(tag.dict.get(key))) ?? '').trim() !== ''

export const pictures: Rule = {
  name: 'picture-text', clauses: { 'pdf-ua-1': ua('7.3', '13-004'), ...onlyAccessibleA('6.7.7') },
  look: (facts) => {
    const figures = withRole(facts, 'Figure')
    return {
      found: said('figures', { count: figures.length }),
      faults: figures.filter((tag) => !says(tag, 'Alt', facts) && !says(tag, 'ActualText', facts)).map((tag) => atTag(tag)),
    }
  },
}

export const formulas: Rule = {
  name: 'formula-text', clauses: { 'pdf-ua-1': ua('7.7', '17-002') },
  look: (facts) => ({ faults: withRole(facts, 'Formula').filter((tag) => !says(tag, 'Alt', facts) && !says(tag, 'ActualText', facts)).map((tag) => atTag(tag)) }),
}

const levels = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6']

/** The first is of the first level, and none is more than one below the last. */
const headings: Rule = {
  name: 'headings', clauses: { 'pdf-ua-1': ua('7.4.2', '14-002, 14-003') },
  look: (facts) => {
    const tags = withRole(facts, ...levels)
    const faults = tags.filter((tag, index) => levels.indexOf(tag.role ?? '') > levels.indexOf(tags[index - 1]?.role ?? '') + 1)
    return { found: listed(tags.map(({ role }) => role ?? '').sort()), faults: faults.map((tag) => atTag(tag)) }
  },
}

const headingKinds: Rule = {
  name: 'heading-kinds', clauses: { 'pdf-ua-1': ua('7.4.4', '14-007') },
  look: (facts) => {
    const plain = withRole(facts, 'H')
    return { faults: plain.length > 0 && withRole(facts, ...levels).length > 0 ? plain.slice(0, 1).map((tag) => atTag(tag)) : [] }
  },
}

const rolesInTable: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'], TH: ['TR'], TD: ['TR'], THead: ['Table'], TBody: ['Table'], TFoot: ['Table'],
}

const rolesInList: Readonly<Record<string, readonly string[]>> = { LI: ['L'], LBody: ['LI'] }

const displaced = (facts: Facts, places: Readonly<Record<string, readonly string[]>>): Fault[] =>
  structureOf(facts).tags.filter((tag) => tag.role !== undefined && places[tag.role] && !places[tag.role]?.includes(parentRole(tag) ?? '')).map((tag) => atTag(tag))

/** Also the other way: what stands in a table is rows, in a row cells. */
const strangers = (facts: Facts, children: Readonly<Record<string, readonly string[]>>): Fault[] => structureOf(facts).tags
  .filter((tag) => parentRole(tag) !== undefined && children[parentRole(tag) ?? ''] && !children[parentRole(tag) ?? '']?.includes(tag.role ?? '')).map((tag) => atTag(tag))

export const tables: Rule = {
  name: 'tables', clauses: { 'pdf-ua-1': ua('7.5', '09-004') },
  look: (facts) => ({
    found: said('tables', { count: withRole(facts, 'Table').length }),
    faults: [...displaced(facts, rolesInTable), ...strangers(facts, { Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'], TR: ['TH', 'TD'] })],
  }),
}

/** A head of a table says of which cells it is: `Scope`, unless cells name their heads. */
const tableHeads: Rule = {
  name: 'table-heads', clauses: { 'pdf-ua-1': ua('7.5', '15-003') },
  look: (facts) => {
    const named = withRole(facts, 'TD').some((tag) => attribute(tag, 'Headers', facts) !== undefined)
    return { faults: named ? [] : withRole(facts, 'TH').filter((tag) => attribute(tag, 'Scope', facts) === undefined).map((tag) => atTag(tag)) }
  },
}

/** Of the tag's attributes, which are a dictionary or a list of such. */
function attribute({ dict }: Tag, key: string, { file }: Facts): unknown {
  const own = file.get(dict.get('A'))
  const all = Array.isArray(own) ? own.map((item) => file.get(item as never)) : [own]
  const there = all.find((item) => isDict(item) && item.has(key))
  return isDict(there) ? file.get(there.get(key)) : undefined
}

export const lists: Rule = {
  name: 'lists', clauses: { 'pdf-ua-1': ua('7.6', '09-005') },
  look: (facts) => ({
    found: said('lists', { count: withRole(facts, 'L').length }),
    faults: [...displaced(facts, rolesInList), ...strangers(facts, { L: ['LI', 'L', 'Caption'], LI: ['Lbl', 'LBody'] })],
  }),
}

export const notes: Rule = {
  name: 'notes', clauses: { 'pdf-ua-1': ua('7.9', '19-003, 19-004') },
  look: (facts) => {
    const all = withRole(facts, 'Note')
    const seen = new Set<string>()
    const faults = all.filter((tag) => {
      const id = textOf(facts.file.get(tag.dict.get('ID'))) ?? ''
      const isNew = id !== '' && !seen.has(id)
      seen.add(id)
      return !isNew
    })
    return { found: said('notes', { count: all.length }), faults: faults.map((tag) => atTag(tag)) }
  },
}

const isShown = ({ kind, isHidden }: Page['annotations'][number]): boolean => !isHidden && kind !== 'Popup' && kind !== 'PrinterMark' && kind !== 'TrapNet'

const tabOrder: Rule = {
  name: 'tab-order', clauses: { 'pdf-ua-1': ua('7.18.3', '28-008') },
  look: ({ pages, file }) => ({ faults: pages.filter(({ annotations, dict }) => annotations.length > 0 && file.name(dict.get('Tabs')) !== 'S').map(({ number }) => onPage(number)) }),
}

const holders: ReadonlyMap<string, readonly string[]> = new Map([['Link', ['Link', 'Reference']], ['Widget', ['Form']]])

const taggedAnnotations: Rule = {
  name: 'tagged-annotations', clauses: { 'pdf-ua-1': ua('7.18.1, 7.18.4, 7.18.5', '28-002, 28-010, 28-011') },
  look: (facts) => ({
    found: said('annotations', { count: facts.pages.reduce((sum, { annotations }) => sum + annotations.length, 0) }),
    faults: facts.pages.flatMap(({ number, annotations }) => annotations.filter((annotation) => {
      const holder = structureOf(facts).objects.get(annotation.dict)?.role ?? ''
      return isShown(annotation) && !(holders.get(annotation.kind) ?? (holder === '' ? [] : [holder])).includes(holder)
    }).map(({ box, kind }) => onPage(number, box, { kind }))),
  }),
}

const linkText: Rule = {
  name: 'link-text', clauses: { 'pdf-ua-1': ua('7.18.5', '28-012') },
  look: ({ pages, file }) => ({
    faults: pages.flatMap(({ number, annotations }) => annotations.filter((annotation) => {
      const contents = file.get(annotation.dict.get('Contents'))
      return annotation.kind === 'Link' && isShown(annotation) && !(contents instanceof PdfString && contents.value !== '')
    }).map(({ box, kind }) => onPage(number, box, { kind }))),
  }),
}

/** A form whose content is tagged can stand on one page only. */
const sharedForms: Rule = {
  name: 'shared-forms', clauses: { 'pdf-ua-1': ua('7.20', '30-002') },
  look: (facts) => {
    const pagesOf = new Map<number, Set<number>>()
    for (const page of facts.pages) {
      for (const { mark } of page.things) {
        if (mark.content && mark.content.owner !== page.object) pagesOf.set(mark.content.owner, (pagesOf.get(mark.content.owner) ?? new Set()).add(page.number))
      }
    }
    return { faults: facts.uses.forms.filter(({ thing }) => (pagesOf.get(facts.file.numberOf(thing))?.size ?? 0) > 1).map((use) => atUse(use)) }
  },
}

export const accessRules: readonly Rule[] = [
  tagged, taggedContent, mixedMarks, roleMap, title, shownTitle, language, pictures, formulas, headings, headingKinds, tables, tableHeads, lists, notes, tabOrder,
  taggedAnnotations, linkText, sharedForms,
]
