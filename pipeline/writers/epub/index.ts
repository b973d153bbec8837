/** EPUB 3.3 of one edition: the same edition gives the same bytes on every machine. */

import { readFileSync } from 'node:fs'
import type { Book } from '../../model/book.ts'
import type { Artifact, Edition } from '../../model/edition.ts'
import type { Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import type { Asset } from '../../print/document.ts'
import { fontBytes, fontFace, fontLicence, fontName, type FontFile } from '../../print/fonts.ts'
import { assetsOf, pictureName } from '../images.ts'
import { archive } from './archive.ts'
import { facesOf, latinInArabic } from './faces.ts'
import { navPage, ncx } from './navigation.ts'
import { identifierOf, packageDocument, type Entry } from './package.ts'
import { pageTargets, withPageBreaks, type PrintedPages } from './page-list.ts'
import { coverPage, sectionPages, type SpinePage } from './pages.ts'
import { surveyOf, type Survey } from './survey.ts'
import { quietSvg } from './svg.ts'
import { xhtml, type Page } from './xhtml.ts'

const sheet = readFileSync(new URL('../../../templates/styles/epub.css', import.meta.url), 'utf8')

interface Options {
  readonly name: string
  readonly book: Book
  /** PNG of the first page; without it the EPUB opens with its title page. */
  readonly cover?: Asset
  /** Pages of the PDF of the same text. */
  readonly pages?: PrintedPages
}

export async function writeEpub(composed: Edition, { name, book, cover, pages: printed }: Options): Promise<Artifact> {
  const words = wordsIn(composed.language, book.digits.ar)
  const edition = withPageBreaks(composed, printed?.starts ?? [], words)
  const sections = sectionPages(edition)
  const survey = surveyOf(sections)
  const pictures = images(survey.pictures, book)
  const picture = cover && coverName(cover.bytes, pictures)
  const text = [...(picture === undefined ? [] : [coverPage(edition, words, picture)]), ...sections]
  const targets = pageTargets(printed?.starts ?? [], survey.files, words)
  const contents = navPage(edition, text, targets, words)
  const pages = withContents(text, contents)
  const faces = book.epub.fonts ? facesOf(survey.faces | surveyOf([contents]).faces) : []
  const fileOf = (id: string) => survey.files.get(id)
  const document = (page: Page): Entry => ({
    name: page.file, type: 'application/xhtml+xml', bytes: () => xhtml(page, { fileOf, longNotes: survey.longNotes, digits: book.digits.ar }),
    ...(page.file === 'nav.xhtml' && { properties: 'nav' }),
  })
  const entries: Entry[] = [
    ...pages.map(document),
    { name: 'toc.ncx', type: 'application/x-dtbncx+xml', bytes: () => Buffer.from(ncx(edition, pages, identifierOf(edition, book), targets)) },
    { name: 'styles/book.css', type: 'text/css', bytes: () => Buffer.from(styles(faces, edition.languages)) },
    ...(cover ? [{ name: `media/${picture}`, type: cover.type, bytes: () => cover.bytes, properties: 'cover-image' }] : []),
    ...pictures,
    ...fonts(faces),
  ]
  const pageSource = targets.length > 0 ? printed?.source : undefined
  return { name, bytes: await archive(packageDocument(edition, book, { pages, entries, survey, pageSource }), entries) }
}

/** A picture of the book may have that name as well. */
function coverName(bytes: Uint8Array, pictures: readonly Entry[]): string {
  let name = pictureName('cover', bytes)
  while (pictures.some((entry) => entry.name === `media/${name}`)) name = `front-${name}`
  return name
}

/** The contents stand after the title page. */
function withContents(pages: readonly SpinePage[], contents: SpinePage): SpinePage[] {
  const at = pages.findIndex(({ section }) => section?.role === 'titlepage') + 1
  return [...pages.slice(0, at), contents, ...pages.slice(at)]
}

function styles(faces: readonly FontFile[], languages: readonly Language[]): string {
  const url = (file: string) => `../fonts/${file}`
  return [...faces.map((file) => fontFace(file, url)), ...(languages.includes('ar') ? latinInArabic(faces, url) : []), sheet].join('\n')
}

/** Unobfuscated, with their licences: faces under the SIL Open Font License may travel so. */
function fonts(faces: readonly FontFile[]): Entry[] {
  const licences = [...new Set(faces.map((face) => face.package))].map((name): Entry =>
    ({ name: `fonts/${name.split('/')[1]}-OFL.txt`, type: 'text/plain', bytes: () => fontLicence(name) }))
  return [...faces.map((face): Entry => ({ name: `fonts/${fontName(face)}`, type: 'font/woff2', bytes: () => fontBytes(face) })), ...licences]
}

/** Drawings of a book, each with what was made quiet of it: editions show the same. */
const drawings = new WeakMap<Book, Map<string, { readonly bytes: Uint8Array; readonly quiet: Uint8Array }>>()

function images(pictures: Survey['pictures'], book: Book): Entry[] {
  const known = drawings.get(book) ?? new Map()
  drawings.set(book, known)
  return [...assetsOf(pictures, book.root)].map(([path, { type, bytes }]): Entry => {
    if (type !== 'image/svg+xml') return { name: `media/${path}`, type, bytes: () => bytes }
    const drawing = known.get(path)
    const quiet = drawing && Buffer.compare(drawing.bytes, bytes) === 0 ? drawing.quiet : quietSvg(bytes)
    known.set(path, { bytes, quiet })
    return { name: `media/${path}`, type, bytes: () => quiet }
  })
}
