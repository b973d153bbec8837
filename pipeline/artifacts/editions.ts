/** Editions: each is composed, set or written, finished, and proved. */

import { proveEdition, type EditionProof } from '../check/edition.ts'
import { epubTokens } from '../check/epub-text.ts'
import { lintEpub } from '../check/epub/index.ts'
import { openEpub } from '../check/epub/open.ts'
import { htmlTokens } from '../check/html.ts'
import { pdfTextFaults } from '../check/pdf-text.ts'
import type { Token } from '../check/token.ts'
import { profileNamed } from '../book/profile.ts'
import type { Book } from '../model/book.ts'
import type { Edition } from '../model/edition.ts'
import type { Bilingual, Language } from '../model/language.ts'
import { once } from '../model/once.ts'
import type { Profile } from '../model/profile.ts'
import type { Progress } from '../model/progress.ts'
import { openBrowser, type PrintBrowser } from '../print/browser.ts'
import type { Expected } from '../print/document.ts'
import { imageType } from '../readers/images.ts'
import { compose, type AlignedBook } from '../views/index.ts'
import { writeEpub } from '../writers/epub/index.ts'
import { pageStarts, type PageStart } from '../writers/epub/page-list.ts'
import { finisherBeside, type Finisher } from '../writers/pdf/finisher.ts'
import { expectedFor, finishPdf, fitting, pressPdf, printFor, readied, storeCoverOf, type Halves, type PrintedPdf, type Ready } from '../writers/pdf/index.ts'
import { editions, printOf, viewsOf, type EditionName } from './names.ts'
import { preflighted } from './preflights.ts'
import type { Written } from './written.ts'

export interface Made extends Written {
  readonly proof: EditionProof
  readonly cover: Uint8Array
  /** Where the pages of a PDF begin; found when it is asked for, for only EPUBs tell it. */
  readonly starts?: () => Bilingual<readonly PageStart[]>
}

/**
 * Editions one after the other; while the browser sets one, the one before is finished and proved.
 * Throws what the browser or the disk throw.
 */
export async function makeEditions(names: readonly EditionName[], aligned: AlignedBook, progress: Progress, signal?: AbortSignal): Promise<Map<EditionName, Made>> {
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
    const press: Written[] = []
    for (const profile of profiles) press.push(await forPrinter(printed, profile, book))
    const unread = pdfTextFaults(name, artifacts[0].bytes, found)
    const carried = halves.flatMap(({ languages }) => languages)
    return {
      artifacts: [...artifacts, ...press.flatMap((made) => made.artifacts)], cover,
      messages: [...messages, ...unread, ...refusals, ...press.flatMap((made) => made.messages)], proof: proofOf(name, carried, aligned, found),
      starts: once(() => pageStarts(printed.set.html, printed.set.halves[0]?.leaves ?? [])),
    }
  }
}

/** A printer's file and its preflight; none where the printer would refuse it. */
async function forPrinter(printed: PrintedPdf, profile: Profile, { leading }: Book): Promise<Written> {
  const { artifact, messages } = await pressPdf(printed, profile)
  if (!artifact) return { artifacts: [], messages }
  const report = await preflighted(artifact, profile, leading)
  return { artifacts: [artifact, ...report.artifacts], messages: [...messages, ...report.messages] }
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

const proofOf = (name: string, carried: readonly Language[], aligned: AlignedBook, found: readonly Token[]): EditionProof =>
  proveEdition(name, aligned.manuscripts, carried, found)
