/** From what the command line names, a folder or two files, to the book: its files found, its faults gathered. */

import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, posix, relative, resolve, sep } from 'node:path'
import type { Book } from '../model/book.ts'
import { bilingual, languages, type Bilingual } from '../model/language.ts'
import { hasErrors, type Message, type Place } from '../model/message.ts'
import { decode } from '../readers/decode.ts'
import { fileBytes, largest, unreadFault } from '../readers/file.ts'
import { isInside, pictureFaults } from '../readers/images.ts'
import { configurationName, readConfiguration, type Configuration } from './configuration.ts'
import { editionsOf } from './editions.ts'
import { bookOf } from './filled.ts'
import { readGlossary, type ReadGlossary } from './glossary.ts'
import { isIsbn } from './isbn.ts'
import { commonFolder, decisionsOf, nameOfFiles, nameOfFolder } from './names.ts'
import { defaultPage, pageFaults, pageOf } from './page.ts'
import type { PlaceOf } from './yaml.ts'

export interface Loaded {
  /** Undefined where the messages hold an error. */
  readonly book: Book | undefined
  /** The book's folder, from which the places of messages are counted. */
  readonly root: string
  /** Names of the artifacts that the book asks for; undefined for all. */
  readonly editions: readonly string[] | undefined
  readonly messages: readonly Message[]
}

/** Two manuscripts without configuration, or two folders of them: the book is named after them or after the folder that they share. */
export async function bookOfFiles(en: string, ar: string): Promise<Loaded> {
  const paths = { en: resolve(en), ar: resolve(ar) }
  const root = commonFolder(paths.en, paths.ar)
  const sides = bilingual((language) => relative(root, paths[language]).split(sep).join('/'))
  const parts = await pairsOf(sides, root)
  if (!Array.isArray(parts)) return failed(root, [{ rule: `configuration/${unpaired(parts)}`, severity: 'error', values: { ...parts } }])
  return { book: bookOf(root, nameOfFiles(paths, root), parts, decisionsOf(sides), {}), root, editions: undefined, messages: [] }
}

/** A folder with `tawazi.yaml`, or that file itself. */
export async function bookOfFolder(path: string): Promise<Loaded> {
  const isFile = basename(path) === configurationName
  const root = resolve(isFile ? dirname(path) : path)
  const bytes = await fileBytes(join(root, configurationName), largest).catch(unreadFault)
  if (typeof bytes === 'string') return failed(root, [bytes === 'missing' ? await missingConfiguration(root, path) : unreadConfiguration(bytes)])
  const { text, messages: told } = decode(bytes, configurationName, 'ar')
  if (text === undefined) return failed(root, told)
  const { value: configuration, messages: faulty, placeOf } = readConfiguration(text)
  const messages = [...told, ...faulty]
  if (!configuration) return failed(root, messages)
  const { parts, faults } = await partsOf(configuration, root, placeOf)
  const page = pageOf(configuration, defaultPage)
  const terms = await glossaryOf(configuration, root, placeOf)
  const editions = editionsOf(configuration, root, placeOf)
  const all = [...messages, ...faults, ...editions.messages, ...pageFaults(page, placeOf(['page'])), ...terms.messages,
    ...modelFaults(configuration, placeOf(['align'])), ...coverFaults(configuration, root, placeOf(['cover', 'picture'])), ...isbnFaults(configuration, placeOf(['isbn']))]
  if (hasErrors(all)) return failed(root, all)
  const book = bookOf(root, nameOfFolder(root), parts, 'decisions.yaml', configuration)
  const align = { glossary: terms.entries, model: modelOf(configuration, root) }
  return { book: { ...book, align, profiles: editions.profiles }, root, editions: editions.names, messages: all }
}

const failed = (root: string, messages: readonly Message[]): Loaded => ({ book: undefined, root, editions: undefined, messages })

async function missingConfiguration(root: string, path: string): Promise<Message> {
  const found = await stat(root).catch(() => undefined)
  const rule = !found ? 'configuration/missing-folder' : found.isDirectory() ? 'configuration/missing-configuration' : 'configuration/one-file'
  return { rule, severity: 'error', values: { path } }
}

const unreadConfiguration = (rule: string): Message =>
  ({ rule: `reading/${rule}`, severity: 'error', place: { file: configurationName, line: 1, column: 1 }, values: { file: configurationName } })

/** Pairs of files: as listed, or by matching names under two folders of Markdown. */
async function partsOf(configuration: Configuration, root: string, placeOf: PlaceOf):
Promise<{ parts: Book['parts']; faults: readonly Message[] }> {
  const { chapters, manuscripts } = configuration
  const fault = (rule: string, path: string[], values: Record<string, string | number> = {}) =>
    ({ parts: [], faults: [{ rule: `configuration/${rule}`, severity: 'error', place: placeOf(path), values } satisfies Message] })
  if (chapters && manuscripts) return fault('chapters-twice', ['manuscripts'])
  if (chapters) return { parts: chapters, faults: [...listedTwice(chapters, placeOf), ...oneSided(chapters, placeOf)] }
  if (!manuscripts) return fault('no-chapters', [])
  const parts = await pairsOf(manuscripts, root)
  return Array.isArray(parts) ? { parts, faults: [] } : fault(unpaired(parts), ['manuscripts'], { ...parts })
}

/** A file and its counterpart, or those of two folders in the order of their names; how many each has where these differ. */
async function pairsOf(sides: Bilingual<string>, root: string): Promise<Bilingual<string>[] | Bilingual<number>> {
  const [en, ar] = await Promise.all([filesAt(root, sides.en), filesAt(root, sides.ar)])
  if (en.length !== ar.length || en.length === 0) return { en: en.length, ar: ar.length }
  return en.map((file, index) => ({ en: file, ar: ar[index] ?? '' }))
}

const unpaired = ({ en, ar }: Bilingual<number>): string => (en + ar === 0 ? 'no-manuscripts' : 'unequal-manuscripts')

/** Words of a file that is read twice could not be told apart. */
const listedTwice = (chapters: Book['parts'], placeOf: PlaceOf): Message[] => languages.flatMap((language) => {
  const seen = new Set<string>()
  return chapters.flatMap(({ [language]: file }, index): Message[] => {
    if (file === undefined || seen.size < seen.add(posix.normalize(file)).size) return []
    return [{ rule: 'configuration/file-twice', severity: 'error', place: placeOf(['chapters', index, language]), values: { file } }]
  })
})

/** A chapter that one language alone has is told of, unless it says what else it is, as a translator's preface does; a language without any is a fault. */
function oneSided(chapters: Book['parts'], placeOf: PlaceOf): Message[] {
  const lone = languages.filter((language) => chapters.every((part) => part[language] === undefined))
  if (lone.length > 0) return lone.map((key) => ({ rule: 'configuration/one-sided-book', severity: 'error', place: placeOf(['chapters']), values: { key } }))
  return chapters.flatMap((part, index): Message[] => {
    const place = placeOf(['chapters', index])
    const lacking = languages.filter((language) => part[language] === undefined)
    if (lacking.length === languages.length) return [{ rule: 'configuration/missing-key', severity: 'error', place, values: { key: 'en' } }]
    return part.as ? [] : lacking.map((key) => ({ rule: 'configuration/one-sided-chapter', severity: 'warning', place, values: { key } }))
  })
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

/** A wrong number would be printed, and no EPUB could carry it. */
const isbnFaults = ({ isbn }: Configuration, place: Place): Message[] =>
  (isbn === undefined || isIsbn(isbn) ? [] : [{ rule: 'configuration/isbn-wrong', severity: 'error', place, values: { isbn } }])

/** A file, or the Markdown files of a folder in the order of their names, with numbers read as numbers. */
async function filesAt(root: string, path: string): Promise<string[]> {
  const folder = path.replace(/\/(\*\.md)?$/, '')
  const found = await stat(join(root, folder)).catch(() => undefined)
  if (!found?.isDirectory()) return [path]
  const names = (await readdir(join(root, folder))).filter((name) => extname(name) === '.md')
  return names.sort(new Intl.Collator('en', { numeric: true }).compare).map((name) => `${folder}/${name}`)
}
