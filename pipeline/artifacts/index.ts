/** Everything that a book is made into: its editions first, then what is made from them. */

import { withSkippedHeadings } from '../check/headings.ts'
import { linkFaults } from '../check/links.ts'
import { siteFaults } from '../check/site.ts'
import { findings } from '../check/translation/index.ts'
import type { Artifact } from '../model/edition.ts'
import { hasErrors, type Message } from '../model/message.ts'
import { once } from '../model/once.ts'
import { placed } from '../model/placed.ts'
import type { Progress } from '../model/progress.ts'
import { productVersion } from '../model/version.ts'
import type { AlignedBook } from '../views/index.ts'
import { exchangeNames, writeExchange } from '../writers/exchange/index.ts'
import { pictureName } from '../writers/images.ts'
import { writeLibrary } from '../writers/library/index.ts'
import { writeReportCsv } from '../writers/report-csv/index.ts'
import { writeReportHtml } from '../writers/report-html/index.ts'
import { report, writeReportJson, type Proof } from '../writers/report-json/index.ts'
import { writeSarif } from '../writers/sarif/index.ts'
import { writeSite } from '../writers/site/index.ts'
import { makeEditions, type Made } from './editions.ts'
import { editionNames, type ArtifactName, type EditionName } from './names.ts'
import type { Written } from './written.ts'

/** Sets and proves every wanted edition, then writes the report and the library page from what was made. */
export async function writeArtifacts(
  aligned: AlignedBook, wanted: ReadonlySet<ArtifactName>, before: readonly Message[], progress: Progress, signal?: AbortSignal,
): Promise<Written> {
  const names = editionNames.filter((name) => wanted.has(name))
  const made = await makeEditions(names, aligned, progress, signal)
  const messages = [...before, ...linkFaults(aligned.manuscripts), ...[...made.values()].flatMap((edition) => [...edition.messages, ...edition.proof.messages])]
  const unique = withoutRepeats(placed(withSkippedHeadings(messages, aligned.manuscripts), aligned.manuscripts))
  if (hasErrors(unique)) return { artifacts: [], messages: unique }
  const books = [...made.values()].flatMap(({ artifacts }) => artifacts)
  const reports = writeReports(aligned, wanted, unique, made)
  const pages = wanted.has('index.html') ? libraryOf(aligned, made, [...books, ...reports]) : []
  const site = wanted.has('site') ? siteOf(aligned, made) : { artifacts: [], messages: [] }
  const exchange = writeExchange(aligned, exchangeNames.filter((name) => wanted.has(name)))
  return { artifacts: [...books, ...reports, ...pages, ...site.artifacts, ...exchange.artifacts], messages: [...unique, ...site.messages, ...exchange.messages] }
}

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
    // Files for printers are no reader's, nor what was found in them.
    files: files.filter(({ name }) => !/\.pdf$|\.preflight\./.test(name) || made.has(name as EditionName)).map(({ name, bytes }) => ({ name, size: bytes.byteLength })),
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
