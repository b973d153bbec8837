/** How content is painted: transparency, graphics states, forms, operators. */

import { nameOf, type Dict, type Stream } from '../objects.ts'
import type { Facts, Use } from '../facts.ts'
import { outputProfile } from '../intents.ts'
import { amongThings, atUse, bothX, everyA, listed, onPage, type Rule, ua, x1a, x4 } from '../rule.ts'

const groupOf = ({ file }: Facts, dict: Dict): Dict | undefined => {
  const group = file.dict(dict.get('Group'))
  return group && file.name(group.get('S')) === 'Transparency' ? group : undefined
}

/** What is see-through, by a state, by a picture's mask, or by a group. */
function transparent(facts: Facts): { page: number; place?: readonly [number, number, number, number]; kind: string }[] {
  const things = amongThings(facts, ({ kind, state, image }) => {
    const alpha = kind === 'stroke' ? state.strokeAlpha : state.fillAlpha
    if (alpha < 1) return { kind: 'alpha' }
    if (state.hasSoftMask || (image && facts.file.get(image.stream.dict.get('SMask')) !== null)) return { kind: 'mask' }
    return state.blend !== 'Normal' && state.blend !== 'Compatible' ? { kind: 'blend' } : undefined
  })
  return things.map(({ page = 1, place, values }) => ({ page, ...(place && { place }), kind: String(values['kind']) }))
}

const transparency: Rule = {
  name: 'transparency', clauses: { 'pdf-x-1a': x1a('transparency') }, field: 'transparency', asks: ({ links, transparency: isTaken }) => !links && !isTaken,
  look: (facts) => {
    const things = transparent(facts).map(({ page, place }) => onPage(page, place))
    const groups = facts.uses.forms.filter(({ thing }) => groupOf(facts, thing.dict)).map((use) => atUse(use))
    const pages = facts.pages.filter(({ hasGroup }) => hasGroup).map(({ number }) => onPage(number))
    return { faults: [...things, ...groups, ...pages] }
  },
}

/** ISO 32000-1, tables 136 and 137. */
const blendModes = new Set((
  'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity'
).split(' '))

const blendModesKnown: Rule = {
  name: 'blend-modes', clauses: { 'pdf-x-4': x4('transparency: blend modes of PDF'), ...everyA('6.2.10') },
  look: ({ uses, file }) => {
    const modes = uses.states.flatMap((use) => {
      const mode = file.get(use.thing.get('BM'))
      const names = Array.isArray(mode) ? mode.flatMap((item) => nameOf(item) ?? []) : [nameOf(mode) ?? '']
      return names.filter(Boolean).map((name) => ({ use, name }))
    })
    return { found: listed(modes.map(({ name }) => name)), faults: modes.filter(({ name }) => !blendModes.has(name)).map(({ use, name }) => atUse(use, { name })) }
  },
}

/** Colours blend in some space; without an output intent the page's group must say in which. */
const blendSpace: Rule = {
  name: 'blend-space', clauses: everyA('6.2.10'),
  look: (facts) => {
    if (outputProfile(facts)) return { faults: [] }
    const pages = new Map(transparent(facts).map((found) => [found.page, found.place]))
    return { faults: facts.pages.flatMap((page) => (pages.has(page.number) && !groupOf(facts, page.dict)?.has('CS') ? [onPage(page.number, pages.get(page.number))] : [])) }
  },
}

const isDefault = (facts: Facts, dict: Dict, key: string): boolean => ['Default', 'Identity'].includes(facts.file.name(dict.get(key)) ?? '')

const transferFunctions: Rule = {
  name: 'transfer-functions', clauses: { ...bothX('transfer functions'), ...everyA('6.2.5') },
  look: (facts) => ({
    faults: facts.uses.states.filter(({ thing }) => thing.has('TR') || (thing.has('TR2') && !isDefault(facts, thing, 'TR2'))).map((use) => atUse(use)),
  }),
}

const halftones: Rule = {
  name: 'halftones', clauses: { ...bothX('halftones'), ...everyA('6.2.5') },
  look: ({ uses, file }) => ({
    faults: uses.states.filter(({ thing }) => {
      const halftone = file.dict(thing.get('HT'))
      return thing.has('HTP') || (halftone && (![1, 5].includes(file.number(halftone.get('HalftoneType')) ?? 0) || halftone.has('HalftoneName')))
    }).map((use) => atUse(use)),
  }),
}

export const postScript: Rule = {
  name: 'postscript', clauses: { ...bothX('PostScript XObjects'), ...everyA('6.2.9') },
  look: ({ uses, file }) => ({
    faults: [...uses.postScript.map((use) => atUse(use)), ...uses.forms.filter(({ thing }) => file.name(thing.dict.get('Subtype2')) === 'PS' || thing.dict.has('PS')).map((use) => atUse(use))],
  }),
}

/** Content of another file, shown here. */
const referencedContent: Rule = {
  name: 'referenced-content', clauses: { ...bothX('complete files: no reference XObjects'), ...everyA('6.2.9'), 'pdf-ua-1': ua('7.20', '30-001') },
  look: ({ uses }) => ({ faults: uses.forms.filter(({ thing }) => thing.dict.has('Ref')).map((use) => atUse(use)) }),
}

const externalStreams: Rule = {
  name: 'external-streams', clauses: { ...bothX('complete files: no external streams'), ...everyA('6.1.7.1') },
  look: ({ uses }) => {
    const streams: Use<Stream>[] = [...uses.images.filter(({ thing }) => !thing.isInline).map((use) => ({ ...use, thing: use.thing.stream })), ...uses.forms]
    const isOutside = ({ dict }: Stream) => ['F', 'FFilter', 'FDecodeParms'].some((key) => dict.has(key))
    return { faults: streams.filter(({ thing }) => isOutside(thing)).map((use) => atUse(use)) }
  },
}

const operatorsKnown: Rule = {
  name: 'operators', clauses: { ...bothX('content: operators of PDF'), ...everyA('6.2.2') },
  look: ({ uses }) => ({ found: listed(uses.strangeOperators.map(({ thing }) => thing)), faults: uses.strangeOperators.map((use) => atUse(use, { name: use.thing.slice(0, 30) })) }),
}

const balancedStates: Rule = {
  name: 'balanced-states', clauses: { ...bothX('content: balanced q and Q'), ...everyA('6.2.2') },
  look: ({ uses }) => ({ faults: uses.unbalanced.map((use) => atUse(use)) }),
}

export const paintingRules: readonly Rule[] = [
  transparency, blendModesKnown, blendSpace, transferFunctions, halftones, postScript, referencedContent, externalStreams, operatorsKnown, balancedStates,
]
