/** From what the command line names, a folder or two files, to the book with its defaults filled in. */

import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path'
import type { Book, PageSpecification } from '../model/book.ts'
import { bilingual, languages, type Bilingual } from '../model/language.ts'
import { hasErrors, type Message, type Place } from '../model/message.ts'
import { decode } from '../readers/decode.ts'
import { fileBytes, largest } from '../readers/file.ts'
import { isInside, pictureFaults } from '../readers/images.ts'
import { configurationName, readConfiguration, type Configuration } from './configuration.ts'
import { editionsOf } from './editions.ts'
import { readGlossary, type ReadGlossary } from './glossary.ts'
import { millimetres } from './lengths.ts'

export interface Loaded {
  /** Undefined where the messages hold an error. */
  readonly book: Book | undefined
  /** The book's folder, from which the places of messages are counted. */
  readonly root: string
  /** Names of the artifacts that the book asks for; undefined for all. */
  readonly editions: readonly string[] | undefined
  readonly messages: readonly Message[]
}

/** A crown-octavo-like page that suits prose in both scripts; margins are the designer's own choice. */
const defaultPage: PageSpecification = {
  width: 140,
  height: 216,
  margin: { inner: 20, outer: 16, top: 20, bottom: 22 },
}

/** Two columns need room: a royal page, on which each column holds some fifty letters to a line. */
const defaultParallelPage: PageSpecification = {
  width: 170,
  height: 240,
  margin: { inner: 18, outer: 15, top: 20, bottom: 22 },
}

/** Two manuscripts without configuration: the book is named after them or after the folder that they share. */
export async function bookOfFiles(en: string, ar: string): Promise<Loaded> {
  const paths = { en: resolve(en), ar: resolve(ar) }
  const root = commonFolder(paths.en, paths.ar)
  const part = bilingual((language) => relative(root, paths[language]).split(sep).join('/'))
  return { book: bookOf(root, nameOfFiles(paths, root), [part], decisionsOf(part), {}), root, editions: undefined, messages: [] }
}

/** A folder with `tawazi.yaml`, or that file itself. */
export async function bookOfFolder(path: string): Promise<Loaded> {
  const isFile = basename(path) === configurationName
  const root = resolve(isFile ? dirname(path) : path)
  const bytes = await fileBytes(join(root, configurationName), largest).catch(() => undefined)
  if (!bytes) return failed(root, [await missingConfiguration(root, path)])
  const { text, messages: told } = decode(bytes, configurationName, 'ar')
  if (text === undefined) return failed(root, told)
  const { configuration, messages: faulty, placeOf } = readConfiguration(text)
  const messages = [...told, ...faulty]
  if (!configuration) return failed(root, messages)
  const { parts, faults } = await partsOf(configuration, root, placeOf)
  const page = pageOf(configuration, defaultPage)
  const terms = await glossaryOf(configuration, root, placeOf)
  const editions = editionsOf(configuration, root, placeOf)
  const all = [...messages, ...faults, ...editions.messages, ...pageFaults(page, placeOf(['page'])), ...terms.messages,
    ...modelFaults(configuration, placeOf(['align'])), ...coverFaults(configuration, root, placeOf(['cover', 'picture']))]
  if (hasErrors(all)) return failed(root, all)
  const book = bookOf(root, slug(basename(root)), parts, 'decisions.yaml', configuration)
  const align = { glossary: terms.entries, model: modelOf(configuration, root) }
  return { book: { ...book, align, profiles: editions.profiles }, root, editions: editions.names, messages: all }
}

const failed = (root: string, messages: readonly Message[]): Loaded => ({ book: undefined, root, editions: undefined, messages })

async function missingConfiguration(root: string, path: string): Promise<Message> {
  const found = await stat(root).catch(() => undefined)
  const rule = !found ? 'configuration/missing-folder' : found.isDirectory() ? 'configuration/missing-configuration' : 'configuration/one-file'
  return { rule, severity: 'error', values: { path } }
}

type PlaceOf = (path: readonly (string | number)[]) => Place

/** Pairs of files: as listed, or by matching names under two folders of Markdown. */
async function partsOf(configuration: Configuration, root: string, placeOf: PlaceOf):
Promise<{ parts: Book['parts']; faults: readonly Message[] }> {
  const { chapters, manuscripts } = configuration
  const fault = (rule: string, path: string[], values: Record<string, string | number> = {}) =>
    ({ parts: [], faults: [{ rule: `configuration/${rule}`, severity: 'error', place: placeOf(path), values } satisfies Message] })
  if (chapters && manuscripts) return fault('chapters-twice', ['manuscripts'])
  if (chapters) return { parts: chapters, faults: [] }
  if (!manuscripts) return fault('no-chapters', [])
  const [en, ar] = await Promise.all([filesAt(root, manuscripts.en), filesAt(root, manuscripts.ar)])
  if (en.length !== ar.length || en.length === 0) return fault('unequal-manuscripts', ['manuscripts'], { en: en.length, ar: ar.length })
  return { parts: en.map((file, index) => ({ en: file, ar: ar[index] ?? '' })), faults: [] }
}

async function glossaryOf({ glossary }: Configuration, root: string, placeOf: PlaceOf): Promise<ReadGlossary> {
  if (glossary === undefined) return { entries: [], messages: [] }
  return isInside(root, join(root, glossary))
    ? readGlossary(root, glossary)
    : { entries: [], messages: [{ rule: 'glossary/outside', severity: 'error', place: placeOf(['glossary']), values: { file: glossary } }] }
}

/** A model belongs to the machine more than to the book, so it may lie anywhere. */
const modelOf = ({ align }: Configuration, root: string): string | undefined =>
  (align?.with === 'embeddings' && align.model !== undefined ? resolve(root, align.model) : undefined)

const modelFaults = ({ align }: Configuration, place: Place): Message[] =>
  (align?.with === 'embeddings' && align.model === undefined ? [{ rule: 'configuration/missing-key', severity: 'error', place, values: { key: 'model' } }] : [])

const coverFaults = ({ cover }: Configuration, root: string, place: Place): Message[] =>
  (cover?.picture === undefined ? [] : pictureFaults(cover.picture, root).map(({ rule, severity, values }) => ({ rule, severity, place, values: { image: cover.picture ?? '', ...values } })))

/** A file, or the Markdown files of a folder in the order of their names, with numbers read as numbers. */
async function filesAt(root: string, path: string): Promise<string[]> {
  const folder = path.replace(/\/(\*\.md)?$/, '')
  const found = await stat(join(root, folder)).catch(() => undefined)
  if (!found?.isDirectory()) return [path]
  const names = (await readdir(join(root, folder))).filter((name) => extname(name) === '.md')
  return names.sort(new Intl.Collator('en', { numeric: true }).compare).map((name) => `${folder}/${name}`)
}

function bookOf(root: string, name: string, parts: Book['parts'], decisions: string, configuration: Configuration): Book {
  const { title, subtitle, description, cover, publisher, rights, site, date, isbn, original, digits, creators } = configuration
  const side = (value: Partial<Bilingual<string>> | undefined) => bilingual((language) => value?.[language])
  return {
    name, root, parts, decisions, date, isbn,
    align: { glossary: [], model: undefined },
    title: side(title),
    subtitle: side(subtitle),
    description: side(description),
    cover: { picture: cover?.picture, author: side(cover?.author) },
    site,
    publisher: side(publisher),
    rights: side(rights),
    original: original ?? 'en',
    creators: (creators ?? []).map(({ role, name: named }) => ({
      role, name: inBoth(named),
    })),
    digits: { ar: digits?.ar ?? 'arab' },
    ...settingOf(configuration),
    profiles: {},
    epub: epubOf(configuration),
    page: pageOf(configuration, defaultPage),
    parallelPage: pageOf(configuration, defaultParallelPage),
  }
}

/** How the pages are to be set; what the book leaves open is as in most books. */
function settingOf({ leading, notes, references, columns, contents, justify, grid, initials }: Configuration) {
  return {
    leading: leading ?? 'en',
    notes: notes ?? 'foot',
    references: references ?? 'pages',
    columns: { level: columns?.level ?? 'passages' },
    contents: { depth: contents?.depth ?? 1 },
    justify: { ar: justify?.ar ?? 'spaces' },
    grid: grid ?? false,
    initials: initials ?? false,
  } as const
}

function epubOf({ epub }: Configuration): Book['epub'] {
  const { fonts, tap, accessibility } = epub ?? {}
  return {
    fonts: fonts ?? true,
    tap: { by: tap?.by ?? 'sentences', link: tap?.link ?? 'marker' },
    accessibility: accessibility && { conforms: accessibility.conforms, certifier: inBoth(accessibility.certifier) },
  }
}

/** A name that is given in one language alone stands in both. */
const inBoth = (name: Partial<Bilingual<string>>): Bilingual<string> => bilingual((language) => name[language] ?? name.en ?? name.ar ?? '')

function pageOf({ page }: Configuration, otherwise: PageSpecification): PageSpecification {
  const length = (written: string | undefined, usual: number) => (written ? millimetres(written) : usual)
  const { margin } = otherwise
  return {
    width: length(page?.trim?.[0], otherwise.width),
    height: length(page?.trim?.[1], otherwise.height),
    margin: {
      inner: length(page?.margin?.inner, margin.inner),
      outer: length(page?.margin?.outer, margin.outer),
      top: length(page?.margin?.top, margin.top),
      bottom: length(page?.margin?.bottom, margin.bottom),
    },
  }
}

/** The least type area, in millimetres, in which a column of either script can be set: our own choice. */
const leastArea = { width: 60, height: 80 }

function pageFaults({ width, height, margin }: PageSpecification, place: Place): Message[] {
  const area = { width: width - margin.inner - margin.outer, height: height - margin.top - margin.bottom }
  const fits = area.width >= leastArea.width && area.height >= leastArea.height && width <= 500 && height <= 700
  return fits ? [] : [{
    rule: 'configuration/no-type-area', severity: 'error', place,
    values: { width: Math.round(area.width), height: Math.round(area.height), leastWidth: leastArea.width, leastHeight: leastArea.height },
  }]
}

function commonFolder(one: string, other: string): string {
  const parts = [dirname(one).split(sep), dirname(other).split(sep)] as const
  const differs = parts[0].findIndex((part, index) => part !== parts[1][index])
  return (differs < 0 ? parts[0] : parts[0].slice(0, differs)).join(sep) || sep
}

/** `book/en.md` is named after its folder, `essay.en.md` after itself. */
function nameOfFiles(paths: Bilingual<string>, root: string): string {
  const stem = basename(paths.en, extname(paths.en)).replace(/[._-]?(en|english)$/i, '')
  const isLanguage = languages.some((language) => stem === '' || stem === language)
  return slug(isLanguage ? basename(root) : stem)
}

/** Named after both manuscripts, so that books of one folder keep theirs apart: `essay.en+essay.ar.decisions.yaml`. */
function decisionsOf(part: Bilingual<string>): string {
  const stems = languages.map((language) => part[language].replace(/\.md$/i, '').replaceAll('/', '-'))
  return `${stems.map((stem) => cut(stem, 100)).join('+')}.decisions.yaml`
}

/** Vowel marks belong to their letters. */
const slug = (name: string): string =>
  cut(name.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '-'), 200).replace(/^-+|-+$/g, '') || 'book'

/** As much of a name as so many bytes hold: a file system takes 255 for a whole one. */
function cut(name: string, bytes: number): string {
  const letters = [...name]
  while (Buffer.byteLength(letters.join('')) > bytes) letters.pop()
  return letters.join('')
}
