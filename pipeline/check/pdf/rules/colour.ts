/** Colour: which kinds a file uses, and whether black is black. */

import type { Profile } from '../../../model/profile.ts'
import { shared } from '../box.ts'
import { Budget } from '../budget.ts'
import type { Colour, Facts, Page, Thing } from '../facts.ts'
import { outputProfile } from '../intents.ts'
import { amongThings, anyPress, atUse, bothX, everyA, listed, onPage, said, type Rule, x1a, x4 } from '../rule.ts'
import { colourOf, coloursOf } from '../paint.ts'
import { innermost, inkOf, kindOf, totalInk, type Space } from '../spaces.ts'

const kindsIn = ({ uses }: Facts) => listed(uses.spaces.map(({ thing }) => innermost(thing).family))

const isInk = ({ links, colour }: Profile): boolean => !links && colour !== 'rgb'

const rgbColour: Rule = {
  name: 'rgb-colour', clauses: { 'pdf-x-1a': x1a('colour: no RGB') }, field: 'colour', asks: isInk,
  look: (facts) => ({
    found: kindsIn(facts),
    faults: amongThings(facts, (thing) => {
      const space = coloursOf(thing).map((colour) => colour.space).find((own) => kindOf(own) === 'rgb' || kindOf(own) === 'lab')
      return space && { space: innermost(space).family }
    }),
  }),
}

const calibratedColour: Rule = {
  name: 'calibrated-colour', clauses: { 'pdf-x-1a': x1a('colour: DeviceCMYK, DeviceGray, Separation, DeviceN, Indexed and Pattern alone') },
  look: ({ uses }) => ({
    found: listed(uses.spaces.map(({ thing }) => thing.family)),
    faults: uses.spaces.filter(({ thing }) => calibrated.has(innermost(thing).family)).map((use) => atUse(use, { space: innermost(use.thing).family })),
  }),
}

const calibrated = new Set(['ICCBased', 'CalGray', 'CalRGB', 'Lab'])

/** What a device's colour means is said by the output intent; one of another kind says nothing. */
const deviceColour: Rule = {
  name: 'device-colour', clauses: { 'pdf-x-4': x4('colour: device colour as the output intent has it'), ...everyA('6.2.4.3') },
  look: (facts) => {
    const intent = outputProfile(facts)?.space
    const isMeant = (space: Space): boolean => {
      switch (innermost(space).family) {
        case 'DeviceRGB': return intent === 'RGB'
        case 'DeviceCMYK': return intent === 'CMYK'
        case 'DeviceGray': return intent !== undefined
        case 'Separation': case 'DeviceN': return isMeant(space.base ?? space)
        default: return true
      }
    }
    const faults = facts.uses.spaces.filter(({ thing }) => !isMeant(thing)).map((use) => atUse(use, { space: familyUnder(use.thing), intent: intent ?? '–' }))
    return { found: kindsIn(facts), faults }
  },
}

const familyUnder = (space: Space): string => innermost(innermost(space).base ?? space).family

const greyOnly: Rule = {
  name: 'grey-only', clauses: {}, field: 'colour', asks: ({ links, colour }) => !links && colour === 'grey',
  look: (facts) => ({
    found: kindsIn(facts),
    faults: amongThings(facts, (thing) => {
      const colour = coloursOf(thing).find((own) => isColoured(own))
      return colour && { space: innermost(colour.space).family }
    }),
  }),
}

function isColoured(colour: Colour): boolean {
  const ink = inkOf(colour)
  return ink ? ink[0] + ink[1] + ink[2] + ink[4] > 0.02 : kindOf(colour.space) === 'rgb' && !isGrey(colour.values)
}

const isGrey = ([red = 0, green = 0, blue = 0]: readonly number[]): boolean => Math.max(red, green, blue) - Math.min(red, green, blue) < 0.02

/** Text that reads as black: heavy in ink, or nearly without light. */
const blackText: Rule = {
  name: 'black-text', clauses: {}, field: 'colour', asks: anyPress,
  look: (facts) => ({
    faults: amongThings(facts, (thing) => (thing.kind === 'text' && isRichBlack(colourOf(thing)) ? { space: innermost(colourOf(thing).space).family } : undefined)),
  }),
}

function isRichBlack(colour: Colour): boolean {
  const ink = inkOf(colour)
  if (!ink) return kindOf(colour.space) === 'rgb' && Math.max(...colour.values) <= 0.2
  const [cyan, magenta, yellow, black] = ink
  return Math.max(cyan, magenta, yellow) > 0.05 && (black >= 0.7 || Math.min(cyan, magenta, yellow) >= 0.5)
}

/** Where black text knocks out what is under it, white shows at the least shift of the sheet. */
const blackOverprint: Rule = {
  name: 'black-overprint', clauses: {}, field: 'colour', asks: isInk, isDoubt: true,
  look: (facts) => {
    const meetings = new Budget(mostMeetings)
    const faults = facts.pages.flatMap((page) => knockedOut(page, meetings).map((thing) => onPage(page.number, thing.box)))
    return { faults, ...(faults.length === 0 && !meetings.takes(0) && { unknown: said('crowd') }) }
  },
}

/** Letters and grounds of all pages that are held against each other. Our own choice: a map of ten thousand names over a thousand areas. */
const mostMeetings = 10_000_000

/** Where there are too many to be looked at, those that were found so far. */
function knockedOut({ things }: Page, meetings: Budget): Thing[] {
  const grounds: Thing[] = []
  const found: Thing[] = []
  for (const thing of things) {
    if (!thing.isVisible) continue
    if (thing.kind === 'fill' || thing.kind === 'image') {
      if (isTinted(thing)) grounds.push(thing)
    } else if (thing.kind === 'text' && isPureBlack(thing) && !thing.state.overprintsFill) {
      if (!meetings.takes(grounds.length)) return found
      if (grounds.some(({ box }) => shared(box, thing.box))) found.push(thing)
    }
  }
  return found
}

/** Only what has ink beside black can show at an edge. */
function isTinted(thing: Thing): boolean {
  if (thing.kind === 'image') return thing.image?.space !== undefined && kindOf(thing.image.space) === 'cmyk'
  const ink = inkOf(thing.state.fill)
  return ink !== undefined && ink[0] + ink[1] + ink[2] + ink[4] > 0.05
}

function isPureBlack(thing: Thing): boolean {
  const ink = inkOf(colourOf(thing))
  return ink !== undefined && ink[3] > 0.98 && ink[0] + ink[1] + ink[2] + ink[4] === 0
}

/** White that overprints is not there when it is printed. */
const whiteOverprint: Rule = {
  name: 'white-overprint', clauses: {}, field: 'colour', asks: isInk,
  look: (facts) => ({
    faults: amongThings(facts, (thing) => {
      if (!thing.isVisible || thing.kind === 'image') return undefined
      const [overprints, colour] = thing.kind === 'stroke' ? [thing.state.overprintsStroke, thing.state.stroke] : [thing.state.overprintsFill, thing.state.fill]
      const ink = inkOf(colour)
      return overprints && ink && totalInk(ink) === 0 && kindOf(colour.space) !== 'gray' ? {} : undefined
    }),
  }),
}

/** The colour that is on every plate is for marks alone. */
const registrationColour: Rule = {
  name: 'registration-colour', clauses: {}, field: 'colour', asks: anyPress,
  look: (facts) => ({
    faults: facts.pages.flatMap((page) => page.things
      .filter((thing) => coloursOf(thing).some(({ space }) => innermost(space).colorants?.includes('All')) && shared(thing.box, page.boxes.trim ?? page.boxes.media))
      .map(({ box }) => onPage(page.number, box))),
  }),
}

const sameSpots: Rule = {
  name: 'same-spots', clauses: everyA('6.2.4.4'),
  look: ({ uses, file }) => {
    const first = new Map<string, unknown>()
    const spots = uses.spaces.filter(({ thing }) => thing.family === 'Separation')
    const faults = spots.filter(({ thing }) => {
      const name = thing.colorants?.[0] ?? ''
      const tint = JSON.stringify([thing.base?.family, file.array(thing.object).slice(3).map((part) => String(file.dict(part)?.get('FunctionType')))])
      if (!first.has(name)) first.set(name, tint)
      return first.get(name) !== tint
    }).map((use) => atUse(use, { name: use.thing.colorants?.[0] ?? '' }))
    return { found: listed(spots.map(({ thing }) => thing.colorants?.[0] ?? '')), faults }
  },
}

/** Profiles of colours and pictures: readable, of a class that a colour may have, and with as many components as is said. */
const iccColour: Rule = {
  name: 'icc-colour', clauses: { 'pdf-x-4': x4('colour: ICC profiles as PDF has them'), ...everyA('6.2.4.2') },
  look: ({ uses }) => {
    const profiles = uses.spaces.filter(({ thing }) => thing.family === 'ICCBased')
    return {
      found: listed(profiles.map(({ thing }) => thing.profile?.description ?? '–')),
      faults: profiles.filter(({ thing }) => {
        const { profile, components } = thing
        return !profile || !['scnr', 'mntr', 'prtr', 'spac'].includes(profile.deviceClass) || profile.components !== components
      }).map((use) => atUse(use, { class: use.thing.profile?.deviceClass ?? '–', space: use.thing.profile?.space ?? '–' })),
    }
  },
}

const known = new Set(['AbsoluteColorimetric', 'RelativeColorimetric', 'Saturation', 'Perceptual'])

const renderingIntent: Rule = {
  name: 'rendering-intent', clauses: { ...bothX('rendering intents'), ...everyA('6.2.6') },
  look: ({ uses }) => ({
    found: listed(uses.intents.map(({ thing }) => thing)),
    faults: uses.intents.filter(({ thing }) => !known.has(thing)).map((use) => atUse(use, { name: use.thing })),
  }),
}

export const colourRules: readonly Rule[] = [
  rgbColour, calibratedColour, deviceColour, greyOnly, blackText, blackOverprint, whiteOverprint, registrationColour, sameSpots, iccColour, renderingIntent,
]

