/** Promises of accessibility: well written, signed, and kept by the content. */

import { textOf, type Found } from '../../markup.ts'
import { at, once, type Book, type Finding, type Rule } from '../rule.ts'

const metas = ({ opf }: Book, property: string): Found[] => (opf?.elements ?? []).filter(({ name, attributes }) => name === 'meta' && attributes['property'] === property)

const values = (book: Book, property: string): string[] => metas(book, property).map((meta) => textOf(meta).trim())

const saying = (book: Book, property: string, is: (text: string) => boolean): Finding[] =>
  metas(book, property).filter((meta) => is(textOf(meta).trim())).map((meta) => at(meta, textOf(meta).trim()))

const inPackage = ({ opf }: Book, isWrong: boolean, value = ''): Finding[] => (opf && isWrong ? [{ file: opf.file, value }] : [])

/** Pictures of the text; a cover, which is the whole of its document, is the title page seen once more. */
const pictures = once(({ documents }): readonly Found[] => documents.flatMap(({ elements }) => {
  const own = elements.filter(({ name }) => name === 'img')
  return own.length > 0 && elements.some(({ attributes }) => /\bcover\b/.test(attributes['epub:type'] ?? '')) ? [] : own
}))

const undescribed = (book: Book): Finding[] =>
  pictures(book).filter(({ attributes: { alt, role } }) => (alt ?? '').trim() === '' && role !== 'presentation').map((picture) => at(picture, picture.attributes['src'] ?? ''))

const modes = ['auditory', 'chartOnVisual', 'chemOnVisual', 'colorDependent', 'diagramOnVisual', 'mathOnVisual', 'musicOnVisual', 'tactile', 'textOnVisual', 'textual', 'visual']

/** Of schema.org's accessibility vocabulary. */
const features = new Set([
  'annotations', 'ARIA', 'bookmarks', 'index', 'pageBreakMarkers', 'pageNavigation', 'printPageNumbers', 'readingOrder', 'structuralNavigation', 'tableOfContents', 'taggedPDF',
  'alternativeText', 'audioDescription', 'closedCaptions', 'captions', 'describedMath', 'longDescription', 'openCaptions', 'signLanguage', 'transcript', 'displayTransformability',
  'synchronizedAudioText', 'timingControl', 'unlocked', 'ChemML', 'latex', 'MathML', 'ttsMarkup', 'highContrastAudio', 'highContrastDisplay', 'largePrint', 'braille', 'tactileGraphic',
  'tactileObject', 'fullRubyAnnotations', 'horizontalWriting', 'rubyAnnotations', 'verticalWriting', 'withAdditionalWordSegmentation', 'withoutAdditionalWordSegmentation', 'none', 'unknown',
])

const hazards = /^(?:flashing|noFlashingHazard|motionSimulation|noMotionSimulationHazard|sound|noSoundHazard|unknown(?:Flashing|MotionSimulation|Sound)Hazard|unknown|none)$/

const claim = /^EPUB Accessibility 1\.1 - WCAG 2\.[012] Level (?:A|AA|AAA)$/

export const accessibilityRules: readonly Rule[] = [
  {
    name: 'accessibility-missing', severity: 'error',
    check: (book) => ['accessMode', 'accessModeSufficient', 'accessibilityFeature', 'accessibilityHazard'].flatMap((property) => inPackage(book, metas(book, `schema:${property}`).length === 0, property)),
  },
  {
    name: 'accessibility-unknown-word', severity: 'error',
    check: (book) => [
      ...saying(book, 'schema:accessMode', (text) => !modes.includes(text)),
      ...saying(book, 'schema:accessModeSufficient', (text) => text.split(',').some((mode) => !modes.includes(mode.trim()))),
      ...saying(book, 'schema:accessibilityFeature', (text) => !features.has(text)),
      ...saying(book, 'schema:accessibilityHazard', (text) => !hazards.test(text)),
    ],
  },
  {
    name: 'summary-language', severity: 'error',
    check: (book) => {
      const told = new Set(metas(book, 'schema:accessibilitySummary').map(({ attributes, lang }) => (attributes['xml:lang'] ?? lang).split('-')[0]))
      const languages = (book.opf?.elements ?? []).filter(({ name }) => name === 'dc:language').map((language) => textOf(language).trim())
      return languages.filter((language) => !told.has(language.split('-')[0])).flatMap((language) => inPackage(book, true, language))
    },
  },
  {
    name: 'mode-pictures', severity: 'error',
    check: (book) => {
      const hasPictures = pictures(book).length > 0
      return inPackage(book, metas(book, 'schema:accessMode').length > 0 && hasPictures !== values(book, 'schema:accessMode').includes('visual'), hasPictures ? 'visual' : '')
    },
  },
  {
    name: 'feature-descriptions', severity: 'error',
    check: (book) => (values(book, 'schema:accessibilityFeature').includes('alternativeText') ? [...inPackage(book, pictures(book).length === 0), ...undescribed(book)] : []),
  },
  { name: 'sufficient-text', severity: 'error', check: (book) => (values(book, 'schema:accessModeSufficient').includes('textual') ? undescribed(book) : []) },
  {
    name: 'feature-pages', severity: 'error',
    check: (book) => {
      const hasList = book.nav?.elements.some(({ attributes }) => /\bpage-list\b/.test(attributes['epub:type'] ?? '')) ?? false
      const promises = values(book, 'schema:accessibilityFeature').some((feature) => feature === 'pageNavigation' || feature === 'printPageNumbers')
      return inPackage(book, promises !== hasList, 'pageNavigation')
    },
  },
  {
    name: 'hazard-contradiction', severity: 'error',
    check: (book) => {
      const all = values(book, 'schema:accessibilityHazard')
      return inPackage(book, all.length > 1 && (all.includes('none') || all.includes('unknown')), all.join(', '))
    },
  },
  { name: 'conformance-mistyped', severity: 'error', check: (book) => saying(book, 'dcterms:conformsTo', (text) => /access|wcag/i.test(text) && !claim.test(text)) },
  {
    name: 'conformance-unsigned', severity: 'error',
    check: (book) => inPackage(book, values(book, 'dcterms:conformsTo').some((text) => /access|wcag/i.test(text)) && !values(book, 'a11y:certifiedBy').some((name) => name !== ''), 'a11y:certifiedBy'),
  },
]
