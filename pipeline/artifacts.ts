/** Every artifact of a book by its name, and how each comes about. */

import { profileNamed } from './book/profile.ts'
import { proveEdition, type EditionProof } from './check/edition.ts'
import { epubTokens } from './check/epub-text.ts'
import { linkFaults } from './check/links.ts'
import { lintEpub } from './check/epub/index.ts'
import { openEpub } from './check/epub/open.ts'
import { htmlTokens } from './check/html.ts'
import { siteFaults } from './check/site.ts'
import { pdfTextFaults } from './check/pdf-text.ts'
import type { Token } from './check/token.ts'
import { findings } from './check/translation/index.ts'
import type { Book } from './model/book.ts'
import type { Artifact, Edition, ParallelView, View } from './model/edition.ts'
import { counterpartOf, type Bilingual, type Language } from './model/language.ts'
import { hasErrors, type Message } from './model/message.ts'
import { placed } from './model/placed.ts'
import type { Progress } from './model/progress.ts'
import { productVersion } from './model/version.ts'
import { openBrowser, type PrintBrowser } from './print/browser.ts'
import type { Expected } from './print/document.ts'
import { imageType } from './readers/images.ts'
import { compose, type AlignedBook } from './views/index.ts'
import { writeEpub } from './writers/epub/index.ts'
import { pageStarts, type PageStart } from './writers/epub/page-list.ts'
import { exchangeNames, writeExchange, type ExchangeName } from './writers/exchange/index.ts'
import { pictureName } from './writers/images.ts'
import { writeLibrary } from './writers/library/index.ts'
import { finisherBeside, type Finisher } from './writers/pdf/finisher.ts'
import { expectedFor, finishPdf, fitting, pressPdf, printFor, readied, storeCoverOf, type Halves, type PressPdf, type Ready } from './writers/pdf/index.ts'
import { writeReportCsv } from './writers/report-csv/index.ts'
import { writeReportHtml } from './writers/report-html/index.ts'
import { report, writeReportJson, type Proof } from './writers/report-json/index.ts'
import { writeSarif } from './writers/sarif/index.ts'
import { writeSite } from './writers/site/index.ts'

type Output = 'pdf' | 'epub'

/** What an edition shows: a view that leads with the book's leading language, or one that says who leads. */
type Shown = View | ParallelView | 'two-cover'

/** The editions, in the order in which they are made and offered. */
export const editions = {
  'facing.pdf': { shows: 'facing', output: 'pdf' },
  'columns.pdf': { shows: 'columns', output: 'pdf' },
  'interlinear.pdf': { shows: 'interlinear', output: 'pdf' },
  'en.pdf': { shows: 'en', output: 'pdf' },
  'ar.pdf': { shows: 'ar', output: 'pdf' },
  'two-cover.pdf': { shows: 'two-cover', output: 'pdf' },
  'parallel-en.epub': { shows: 'columns-en', output: 'epub' },
  'parallel-ar.epub': { shows: 'columns-ar', output: 'epub' },
  'tap.epub': { shows: 'tap', output: 'epub' },
  'en.epub': { shows: 'en', output: 'epub' },
  'ar.epub': { shows: 'ar', output: 'epub' },
} as const satisfies Record<string, { shows: Shown; output: Output }>

/** One view, or the two that a book with two covers consists of: the leading language from the front, the other from the back. */
function viewsOf(shows: Shown, { leading }: Book): readonly [View, ...View[]] {
  switch (shows) {
    case 'facing': case 'columns': case 'interlinear': case 'tap': return [`${shows}-${leading}`]
    case 'two-cover': return [leading, counterpartOf(leading)]
    default: return [shows]
  }
}

/** The PDF whose pages an EPUB tells, where both are made; each carries the leading text of the other. */
function printOf(view: View): EditionName | undefined {
  switch (view) {
    case 'en': case 'tap-en': return 'en.pdf'
    case 'ar': case 'tap-ar': return 'ar.pdf'
    case 'columns-en': case 'columns-ar': return 'columns.pdf'
    default: return undefined
  }
}

export type EditionName = keyof typeof editions
export type ArtifactName = EditionName | 'report.html' | 'report.json' | 'report.csv' | 'report.sarif' | 'index.html' | 'site' | ExchangeName

export const editionNames = Object.keys(editions) as readonly EditionName[]
/** What is made where nothing is said; a site, and findings for programs, are made for who asks for them. */
export const usualNames: readonly ArtifactName[] = [...editionNames, 'report.html', 'report.json', 'report.csv', 'index.html']
export const artifactNames: readonly ArtifactName[] = [...usualNames, 'report.sarif', 'site', ...exchangeNames]

interface Written {
  readonly artifacts: readonly Artifact[]
  readonly messages: readonly Message[]
}

interface Made extends Written {
  readonly proof: EditionProof
  readonly cover: Uint8Array
  /** Where the pages of a PDF begin; found when it is asked for, for only EPUBs tell it. */
  readonly starts?: () => Bilingual<readonly PageStart[]>
}

/** Sets and proves every wanted edition, then writes the report and the library page from what was made. */
export async function writeArtifacts(
  aligned: AlignedBook, wanted: ReadonlySet<ArtifactName>, before: readonly Message[], progress: Progress, signal?: AbortSignal,
): Promise<Written> {
  const names = editionNames.filter((name) => wanted.has(name))
  const made = await makeEditions(names, aligned, progress, signal)
  const messages = [...before, ...linkFaults(aligned.manuscripts), ...[...made.values()].flatMap((edition) => [...edition.messages, ...edition.proof.messages])]
  const unique = withoutRepeats(placed(messages, aligned.manuscripts))
  if (hasErrors(unique)) return { artifacts: [], messages: unique }
  const books = [...made.values()].flatMap(({ artifacts }) => artifacts)
  const reports = writeReports(aligned, wanted, unique, made)
  const pages = wanted.has('index.html') ? libraryOf(aligned, made, [...books, ...reports]) : []
  const site = wanted.has('site') ? siteOf(aligned, made) : { artifacts: [], messages: [] }
  const exchange = writeExchange(aligned, exchangeNames.filter((name) => wanted.has(name)))
  return { artifacts: [...books, ...reports, ...pages, ...site.artifacts, ...exchange.artifacts], messages: [...unique, ...site.messages, ...exchange.messages] }
}

/**
 * Editions one after the other; while the browser sets one, the one before is finished and proved.
 * Throws what the browser or the disk throw.
 */
async function makeEditions(names: readonly EditionName[], aligned: AlignedBook, progress: Progress, signal?: AbortSignal): Promise<Map<EditionName, Made>> {
  const made = new Map<EditionName, Made>()
  const [first] = names
  if (!first) return made
  progress.step('browser')
  const { browser, opening } = await openedFor(first, aligned, signal)
  const finisher = finisherBeside()
  let finishing: Promise<unknown> = Promise.resolve()
  try {
    for (const name of names) {
      signal?.throwIfAborted()
      progress.step('set', { name })
      const finish = await setEdition(name, name === first ? opening : begunFor(name, aligned), aligned, { browser, finisher }, made)
      await finishing
      finishing = finish().then((edition) => made.set(name, edition))
      // It is waited for above or below; until then its fault is no loose end.
      finishing.catch(() => undefined)
    }
    // Its memory is free for the last one's finishing.
    await Promise.all([finishing, browser.close()])
  } finally {
    await Promise.all([browser.close(), finisher.close()])
  }
  return made
}

/** A browser and what is made of its first edition, as far as that goes without one, while it starts. */
async function openedFor(name: EditionName, aligned: AlignedBook, signal?: AbortSignal): Promise<{ browser: PrintBrowser; opening: Begun }> {
  let begin = (): void => undefined
  let expect = (_: Expected): void => undefined
  const beginning = new Promise<void>((resolve) => { begin = resolve })
  const expected = new Promise<Expected>((resolve) => { expect = resolve })
  const opening = openBrowser({ onStart: begin, expected, ...(signal && { signal }) })
  await Promise.race([beginning, opening])
  try {
    const begun = begunFor(name, aligned)
    if (editions[name].output === 'epub') return { browser: await opening, opening: begun }
    expect(expectedFor(begun.halves, aligned.book, begun.fit.profiles))
    const ready = await readied(begun.halves, aligned.book, begun.fit.profiles)
    return { browser: await opening, opening: { ...begun, ready } }
  } catch (error) {
    await opening.then((browser) => browser.close(), () => undefined)
    throw error
  }
}

/** An edition before it is set. */
interface Begun {
  readonly halves: Halves
  /** The printers for whom it can be set. */
  readonly fit: ReturnType<typeof fitting>
  readonly ready?: Ready
}

function begunFor(name: EditionName, aligned: AlignedBook): Begun {
  const { book } = aligned
  const [view, ...others] = viewsOf(editions[name].shows, book)
  const halves: Halves = [compose(aligned, view), ...others.map((other) => compose(aligned, other))]
  return { halves, fit: fitting(book.profiles[name] ?? [], halves[0], name, book) }
}

/** What prints, and what finishes prints. */
interface Press {
  readonly browser: PrintBrowser
  readonly finisher: Finisher
}

/** Does what needs the browser; the result does the rest. */
function setEdition(name: EditionName, begun: Begun, aligned: AlignedBook, press: Press, before: ReadonlyMap<EditionName, Made>): Promise<() => Promise<Made>> {
  switch (editions[name].output) {
    case 'pdf': return setPdf(name, begun, aligned, press)
    case 'epub': return setEpub(name, begun.halves[0], aligned, press.browser, before)
  }
}

async function setPdf(name: EditionName, { halves, fit: { profiles, messages: refusals }, ready }: Begun, aligned: AlignedBook, { browser, finisher }: Press): Promise<() => Promise<Made>> {
  const parts: Token[][] = []
  const { book } = aligned
  const screen = profileNamed('screen')
  const printed = await printFor(halves, { name, book, browser, finisher, onPages: (html, part) => { parts[part] = htmlTokens(html) }, profile: screen }, profiles, ready)
  return async () => {
    const found = parts.flat()
    const { artifacts, cover, messages } = await finishPdf(printed, screen)
    const press: PressPdf[] = []
    for (const profile of profiles) press.push(await pressPdf(printed, profile))
    const unread = pdfTextFaults(name, artifacts[0].bytes, found)
    const carried = halves.flatMap(({ languages }) => languages)
    return {
      artifacts: [...artifacts, ...press.flatMap(({ artifact }) => artifact ?? [])], cover,
      messages: [...messages, ...unread, ...refusals, ...press.flatMap((made) => made.messages)], proof: proofOf(name, carried, aligned, found),
      starts: once(() => pageStarts(printed.set.html, printed.set.halves[0]?.leaves ?? [])),
    }
  }
}

async function setEpub(
  name: EditionName, edition: Edition, aligned: AlignedBook, browser: PrintBrowser, before: ReadonlyMap<EditionName, Made>,
): Promise<() => Promise<Made>> {
  const { book } = aligned
  const cover = await storeCoverOf(edition, { book, browser })
  return async () => {
    const pdf = printOf(edition.view)
    const starts = pdf && before.get(pdf)?.starts?.()[edition.language]
    const pages = pdf && starts && { source: book.isbn ? `urn:isbn:${book.isbn.replaceAll(/[^0-9Xx]/g, '')}` : pdf, starts }
    const artifact = await writeEpub(edition, { name, book, cover: { type: imageType(cover) ?? 'image/png', bytes: cover }, ...(pages && { pages }) })
    const opened = await openEpub(artifact.bytes)
    return { artifacts: [artifact], cover, messages: lintEpub(opened, name, book.digits.ar), proof: proofOf(name, edition.languages, aligned, await epubTokens(opened)) }
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

const proofOf = (name: string, carried: readonly Language[], aligned: AlignedBook, found: readonly Token[]): EditionProof =>
  proveEdition(name, aligned.manuscripts, carried, found)

/** The checks take as long as many an edition: they are made where a report asks for them. */
function writeReports(
  aligned: AlignedBook, wanted: ReadonlySet<ArtifactName>, messages: readonly Message[], made: ReadonlyMap<EditionName, Made>,
): Artifact[] {
  const proof = [...made].map(([edition, { proof: { words } }]): Proof => ({ edition, words }))
  const found = once(() => findings({ ...aligned, decided: aligned.decisions }, aligned.decisions?.decisions.accepted))
  const told = once(() => report({ ...aligned, messages, proof, findings: found() }))
  return [
    ...(wanted.has('report.html') ? [writeReportHtml(told())] : []),
    ...(wanted.has('report.json') ? [writeReportJson(told())] : []),
    ...(wanted.has('report.csv') ? [writeReportCsv(told())] : []),
    ...(wanted.has('report.sarif') ? [writeSarif({ ...aligned, findings: found(), version: productVersion() })] : []),
  ]
}

/** The page that offers the downloads, with a picture of each edition's first page beside it. */
function libraryOf(aligned: AlignedBook, made: ReadonlyMap<EditionName, Made>, files: readonly Artifact[]): Artifact[] {
  const pictures = [...made].map(([name, { cover }]) => ({ of: name, artifact: { name: `covers/${pictureName(name, cover)}`, bytes: cover } }))
  const page = writeLibrary({
    book: aligned.book,
    imprint: aligned.imprint,
    covers: new Map(pictures.map(({ of, artifact }) => [of, artifact.name])),
    // Files for printers are no reader's.
    files: files.filter(({ name }) => !name.endsWith('.pdf') || made.has(name as EditionName)).map(({ name, bytes }) => ({ name, size: bytes.byteLength })),
  })
  return [...pictures.map(({ artifact }) => artifact), page]
}

/** A fault of the text that every edition meets is told once. */
function withoutRepeats(messages: readonly Message[]): Message[] {
  const seen = new Map(messages.map((message) => [JSON.stringify(message), message]))
  return [...seen.values()]
}

/** A site of this book alone, with its own copy of the editions, so that its folder can be put on a server as it is. */
function siteOf(aligned: AlignedBook, made: ReadonlyMap<EditionName, Made>): Written {
  const files = [...made].flatMap(([name, { artifacts }]) => artifacts.filter((artifact) => artifact.name === name))
  const covers = new Map([...made].map(([name, { cover }]) => [name, cover]))
  const { artifacts, messages } = writeSite([{ aligned, files, covers }], { address: aligned.book.site?.address })
  const faults = siteFaults([{ ...aligned, name: aligned.book.name }], artifacts)
  return { artifacts: artifacts.map(({ name, bytes }) => ({ name: `site/${name}`, bytes })), messages: [...messages, ...faults] }
}
