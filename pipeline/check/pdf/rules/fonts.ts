/** Fonts: in the file, allowed to be there, whole, and readable as text. */

import type { Facts, Use } from '../facts.ts'
import type { Font } from '../fonts.ts'
import { nameOf, Stream } from '../objects.ts'
import { amongThings, anyPress, atUse, bothX, everyA, listed, onlyAccessibleA, said, type Rule, ua } from '../rule.ts'

const drawn = ({ uses }: Facts): readonly Use<Font>[] => uses.fonts.filter(({ thing }) => thing.isDrawn)

const named = (facts: Facts) => listed(facts.uses.fonts.map(({ thing }) => thing.name))

/** Faults of fonts, once for each, at the place of its first use. */
const among = (fonts: readonly Use<Font>[], isFaulty: (font: Font) => boolean) =>
  fonts.filter(({ thing }) => isFaulty(thing)).map((use) => atUse(use, { font: use.thing.name }))

const embeddedFonts: Rule = {
  name: 'embedded-fonts', clauses: { ...bothX('fonts'), ...everyA('6.2.11.4.1'), 'pdf-ua-1': ua('7.21.4.1', '31-009') }, field: 'name', asks: () => true,
  look: (facts) => ({ found: named(facts), faults: among(drawn(facts), (font) => !font.isEmbedded) }),
}

const fontPrograms: Rule = {
  name: 'font-programs', clauses: { ...bothX('fonts: programs as their formats have them'), ...everyA('6.2.11.2'), 'pdf-ua-1': ua('7.21.2') }, field: 'name', asks: () => true,
  look: (facts) => ({ found: named(facts), faults: among(drawn(facts), (font) => !font.isWhole) }),
}

/** OS/2 `fsType`: bit 1 forbids embedding where no kinder bit stands beside it; bit 9 allows bitmaps alone. */
const isForbidden = (permissions: number): boolean => (permissions & 0x000E) === 0x0002 || (permissions & 0x0200) !== 0

const fontPermission: Rule = {
  name: 'font-permission', clauses: { ...bothX('fonts: embedding allowed'), ...everyA('6.2.11.4.1'), 'pdf-ua-1': ua('7.21.4.1') }, field: 'name', asks: anyPress,
  look: (facts) => {
    const programs = facts.uses.fonts.filter(({ thing }) => thing.programKey !== undefined)
    const silent = programs.filter(({ thing }) => thing.program?.permissions === undefined)
    return {
      found: silent.length === 0 ? named(facts) : said('fonts-silent', { count: silent.length }),
      faults: among(programs, ({ program }) => program?.permissions !== undefined && isForbidden(program.permissions)),
    }
  },
}

const drawnFonts: Rule = {
  name: 'type-3-fonts', clauses: {}, field: 'name', asks: anyPress, isDoubt: true,
  look: (facts) => ({ found: listed(facts.uses.fonts.map(({ thing }) => thing.kind)), faults: among(facts.uses.fonts, ({ kind }) => kind === 'Type3') }),
}

const glyphMap: Rule = {
  name: 'glyph-map', clauses: { ...everyA('6.2.11.3.2'), 'pdf-ua-1': ua('7.21.3.2', '31-005') },
  look: (facts) => ({
    faults: among(drawn(facts), ({ kind, inner, isEmbedded }) => {
      if (kind !== 'CIDFontType2' || !isEmbedded) return false
      const map = facts.file.get(inner.get('CIDToGIDMap'))
      return !(map instanceof Stream) && nameOf(map) !== 'Identity'
    }),
  }),
}

/** Maps that every reader has: ISO 32000-1, table 118, is larger; books are set with these. */
const knownMaps = /^(Identity-[HV]|(Uni)?(GB|CNS|JIS|KS|B5|ETen|HK|KSC|EUC|Add|Ext|90|83|78|GBK|UCS2|Big|H$|V$).*)$/

export const characterMap: Rule = {
  name: 'character-map', clauses: { ...everyA('6.2.11.3.3'), 'pdf-ua-1': ua('7.21.3.3', '31-006') },
  look: (facts) => ({
    faults: among(drawn(facts), ({ isComposite, dict }) => {
      const map = facts.file.get(dict.get('Encoding'))
      return isComposite && !(map instanceof Stream) && !knownMaps.test(nameOf(map) ?? '')
    }),
  }),
}

const fontWidths: Rule = {
  name: 'font-widths', clauses: { ...everyA('6.2.11.5'), 'pdf-ua-1': ua('7.21.5', '31-016') },
  look: (facts) => ({ faults: among(drawn(facts), (font) => hasOtherWidths(font, facts)) }),
}

/** Of codes that are glyphs, or lead to them by a table of two bytes each. A thousandth is the standard's tolerance. */
function hasOtherWidths(font: Font, { file }: Facts): boolean {
  const { program } = font
  const map = file.get(font.inner.get('CIDToGIDMap'))
  if (!font.isComposite || font.kind !== 'CIDFontType2' || !program || (nameOf(map) !== 'Identity' && !(map instanceof Stream))) return false
  const glyphs = map instanceof Stream ? file.decoded(map) : undefined
  return [...font.codes].some((code) => {
    const own = program.advanceOf(glyphs ? ((glyphs[2 * code] ?? 0) << 8) + (glyphs[2 * code + 1] ?? 0) : code)
    return own !== undefined && Math.abs(own * 1000 / program.unitsPerEm - font.widthOf(code)) > 1
  })
}

/** Glyph 0 is what a font shows where it has none. */
export const missingGlyphs: Rule = {
  name: 'missing-glyphs', clauses: { ...everyA('6.2.11.8'), 'pdf-ua-1': ua('7.21.8', '31-030') }, field: 'name', asks: anyPress,
  look: (facts) => ({ faults: among(drawn(facts), ({ isComposite, codes }) => isComposite && codes.has(0)) }),
}

/** Zero, U+FEFF and U+FFFE are no text. */
const isText = (meaning: string | undefined): boolean => meaning !== undefined && meaning !== '' && !/[\0\uFEFF\uFFFE]/.test(meaning)

/** Simple fonts with an encoding that PDF names mean what it says. */
const standardEncodings = new Set(['WinAnsiEncoding', 'MacRomanEncoding', 'MacExpertEncoding'])

const unicode: Rule = {
  name: 'unicode', clauses: { ...everyA('6.2.11.7.2'), 'pdf-ua-1': ua('7.21.7', '10-001') },
  look: (facts) => ({
    found: said('fonts', { count: facts.uses.fonts.length }),
    faults: facts.uses.fonts.flatMap((use) => {
      const missing = [...use.thing.codes].filter((code) => !isText(use.thing.meanings.get(code))).length
      const encoding = facts.file.get(use.thing.dict.get('Encoding'))
      const isNamed = !use.thing.isComposite && use.thing.meanings.size === 0 && (standardEncodings.has(nameOf(encoding) ?? '') || facts.file.dict(encoding) !== undefined || isStandard14(use.thing))
      return missing > 0 && !isNamed ? [atUse(use, { font: use.thing.name, count: missing })] : []
    }),
  }),
}

const isStandard14 = ({ name }: Font): boolean => /^(Times|Helvetica|Courier)/.test(name)

const privateUse: Rule = {
  name: 'private-use', clauses: onlyAccessibleA('6.2.11.7.3'),
  look: (facts) => {
    const isPrivate = (font: Font) => [...font.codes].some((code) => /[\uE000-\uF8FF]|[\u{F0000}-\u{10FFFD}]/u.test(font.meanings.get(code) ?? ''))
    const fonts = new Set(facts.uses.fonts.filter(({ thing }) => isPrivate(thing)).map(({ thing }) => thing))
    if (fonts.size === 0) return { faults: [] }
    return { faults: amongThings(facts, ({ font, mark }) => (font && fonts.has(font) && mark.actualText === undefined ? { font: font.name } : undefined)) }
  },
}

/** Flag 6 of a descriptor says that a font is not symbolic. */
const fontEncoding: Rule = {
  name: 'font-encoding', clauses: { ...everyA('6.2.11.6'), 'pdf-ua-1': ua('7.21.6') },
  look: (facts) => ({
    faults: among(drawn(facts), ({ kind, dict, descriptor, isComposite }) => {
      if (isComposite || kind !== 'TrueType') return false
      const isLatin = ((facts.file.number(descriptor?.get('Flags')) ?? 0) & 32) !== 0
      const encoding = facts.file.get(dict.get('Encoding'))
      const base = nameOf(encoding) ?? facts.file.name(facts.file.dict(encoding)?.get('BaseEncoding'))
      return isLatin && base !== 'WinAnsiEncoding' && base !== 'MacRomanEncoding'
    }),
  }),
}

export const fontRules: readonly Rule[] = [
  embeddedFonts, fontPrograms, fontPermission, drawnFonts, glyphMap, characterMap, fontWidths, missingGlyphs, unicode, privateUse, fontEncoding,
]

