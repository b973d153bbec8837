/** Promises of accessibility: well written, signed, and kept by the content. */

import { textOf, type Book, type Finding, type Rule } from '../rule.ts'

const values = (book: Book, property: string): string[] => metas(book, property).map(({ element }) => textOf(element).trim())

const metas = ({ opf }: Book, property: string) => (opf?.elements ?? []).filter(({ element }) => element.name === 'meta' && element.attributes['property'] === property)

const found = (book: Book, property: string, is: (text: string) => boolean): Finding[] =>
  metas(book, property).filter(({ element }) => is(textOf(element).trim())).map(({ element }) => ({ file: book.opf?.file ?? '', at: element, value: textOf(element).trim() }))

const inPackage = (book: Book, isWrong: boolean, value = ''): Finding[] => (book.opf && isWrong ? [{ file: book.opf.file, value }] : [])

/** Pictures of the text; a cover, which is the whole of its document, is the title page seen once more. */
const pictures = ({ documents }: Book) => documents.flatMap(({ file, elements }) => {
  const own = elements.filter(({ element }) => element.name === 'img').map(({ element }) => ({ file, element }))
  return own.length > 0 && elements.some(({ element: { attributes } }) => /\bcover\b/.test(attributes['epub:type'] ?? '')) ? [] : own
})

const isDescribed = ({ alt, role }: Readonly<Record<string, string>>): boolean => (alt ?? '').trim() !== '' || role === 'presentation'

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
      ...found(book, 'schema:accessMode', (text) => !modes.includes(text)),
      ...found(book, 'schema:accessModeSufficient', (text) => text.split(',').some((mode) => !modes.includes(mode.trim()))),
      ...found(book, 'schema:accessibilityFeature', (text) => !features.has(text)),
      ...found(book, 'schema:accessibilityHazard', (text) => !hazards.test(text)),
    ],
  },
  {
    name: 'summary-language', severity: 'error',
    check: (book) => {
      const told = new Set(metas(book, 'schema:accessibilitySummary').map(({ element, lang }) => (element.attributes['xml:lang'] ?? lang).split('-')[0]))
      const languages = (book.opf?.elements ?? []).filter(({ element }) => element.name === 'dc:language').map(({ element }) => textOf(element).trim())
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
    check: (book) => (values(book, 'schema:accessibilityFeature').includes('alternativeText')
      ? [...inPackage(book, pictures(book).length === 0), ...pictures(book).filter(({ element }) => !isDescribed(element.attributes)).map(({ file, element }) => ({ file, at: element, value: element.attributes['src'] ?? '' }))]
      : []),
  },
  {
    name: 'sufficient-text', severity: 'error',
    check: (book) => (values(book, 'schema:accessModeSufficient').includes('textual')
      ? pictures(book).filter(({ element }) => !isDescribed(element.attributes)).map(({ file, element }) => ({ file, at: element, value: element.attributes['src'] ?? '' })) : []),
  },
  {
    name: 'feature-pages', severity: 'error',
    check: (book) => {
      const has = values(book, 'schema:accessibilityFeature')
      const hasList = book.nav?.elements.some(({ element }) => /\bpage-list\b/.test(element.attributes['epub:type'] ?? '')) ?? false
      const promises = has.some((feature) => feature === 'pageNavigation' || feature === 'printPageNumbers')
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
  { name: 'conformance-mistyped', severity: 'error', check: (book) => found(book, 'dcterms:conformsTo', (text) => /access|wcag/i.test(text) && !claim.test(text)) },
  {
    name: 'conformance-unsigned', severity: 'error',
    check: (book) => inPackage(book, values(book, 'dcterms:conformsTo').some((text) => /access|wcag/i.test(text)) && !values(book, 'a11y:certifiedBy').some((name) => name !== ''), 'a11y:certifiedBy'),
  },
]
