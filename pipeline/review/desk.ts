/** The translator's desk: a book whose alignment people correct, each edit written before it is answered. */

import { configurationName } from '../book/configuration.ts'
import type { Loaded } from '../book/load.ts'
import type { CheckedOnce } from '../check/translation/index.ts'
import { decisionFile, type DecisionFile } from '../decisions/write.ts'
import { manuscriptFiles, type Book } from '../model/book.ts'
import type { Answer, Checked, Desk, DeskState, Edit } from '../model/desk.ts'
import type { Message } from '../model/message.ts'
import type { AlignedBook } from '../views/index.ts'
import { imprintOf } from '../views/imprint.ts'
import type { Author, Refused } from './desk/edits.ts'
import { FaultyBook } from './desk/faulty.ts'
import { BookFiles } from './desk/files.ts'
import { acceptedAfter, foundAfter, otherFindings } from './desk/found.ts'
import { locked } from './desk/lock.ts'
import { openedBook } from './desk/opened.ts'
import { difference, lostOf, patchOf, type Difference } from './desk/patch.ts'
import { isOtherwise, Rechecking } from './desk/rechecking.ts'
import { chapterTitles, rowOf } from './desk/rows.ts'
import { checked, checkedOf, type CheckedStanding, type Standing } from './desk/standing.ts'
import { beadStep, isOfTexts, takenBack, type Step, type Stepped } from './desk/steps.ts'
import { textStep } from './desk/texts.ts'

/** The desk as the program has it: the page sees rows, a preview the whole book. */
export interface OpenDesk extends Desk {
  /** The book as it stands, to be made into pages. */
  aligned(): Promise<{ readonly version: string; readonly aligned: AlignedBook }>
}

export interface OpenedDesk {
  /** Undefined where the messages hold an error. */
  readonly desk: OpenDesk | undefined
  readonly messages: readonly Message[]
}

/**
 * Opens a book: reads it, aligns it as was decided, checks it. Takes as long as a build's alignment.
 *
 * `load` is called again when the book's own files may have changed; `now` gives the time that the history keeps.
 */
export async function openDesk(load: () => Promise<Loaded>, now: () => Date = () => new Date()): Promise<OpenedDesk> {
  const desk = new BookDesk(load, now)
  const messages = await desk.open()
  return { desk: desk.isOpen ? desk : undefined, messages }
}

interface Plan extends Stepped {
  /** Called when all is written. */
  settle(): void
}

class BookDesk implements OpenDesk {
  readonly #load: () => Promise<Loaded>
  readonly #now: () => Date
  #files: BookFiles | undefined
  #version = ''
  #standing: Standing | undefined
  #checked: CheckedStanding | undefined
  /** The decisions as they were written last. */
  #written: DecisionFile | undefined
  #done: Step[] = []
  #undone: Step[] = []
  /** Requests are answered one after the other. */
  #last: Promise<unknown> = Promise.resolve()
  #isChecked = true
  /** As it was told last, until anything changes. */
  #told: DeskState | undefined
  readonly #rechecking = new Rechecking(() => this.#last, (made, version) => this.#settle(made, version))
  readonly #listeners = new Set<(checked: Checked) => void>()

  constructor(load: () => Promise<Loaded>, now: () => Date) {
    this.#load = load
    this.#now = now
  }

  get isOpen(): boolean {
    return this.#standing !== undefined
  }

  async open(): Promise<readonly Message[]> {
    const { book, messages } = await this.#load()
    if (!book) return messages
    const files = this.#filesOf(book)
    const version = await files.version()
    const opened = await openedBook(book, files, this.#standing)
    if (opened.value) {
      this.#files = files
      this.#version = version
      this.#standing = opened.value
      this.#checked = checked(opened.value)
      this.#isChecked = true
      this.#told = undefined
      this.#rechecking.stop()
    }
    return [...messages, ...opened.messages]
  }

  /** The same as before as long as the book has the same files, for they know what was read. */
  #filesOf({ root, parts, decisions }: Book): BookFiles {
    const names = [...(decisions === ownName ? [configurationName] : []), ...manuscriptFiles({ parts }), decisions]
    return this.#files?.isOf(root, names) ? this.#files : new BookFiles(root, names)
  }

  state(): Promise<DeskState> {
    return this.#inTurn(async () => {
      await this.#refresh()
      return this.#state()
    })
  }

  aligned(): Promise<{ readonly version: string; readonly aligned: AlignedBook }> {
    return this.#inTurn(async () => {
      const { book, manuscripts, alignment, decided } = await this.#refresh()
      return { version: this.#version, aligned: { book, manuscripts, alignment, decisions: decided, imprint: imprintOf(book, manuscripts) } }
    })
  }

  apply(edit: Edit, version: string, by: string): Promise<Answer> {
    return this.#inTurn(() => this.#attempt(version, (standing) => this.#edited(standing, edit, { by, at: timeOf(this.#now()) })))
  }

  undo(version: string): Promise<Answer> {
    return this.#inTurn(() => this.#attempt(version, (standing) => this.#stepped(standing, this.#done, this.#undone)))
  }

  redo(version: string): Promise<Answer> {
    return this.#inTurn(() => this.#attempt(version, (standing) => this.#stepped(standing, this.#undone, this.#done)))
  }

  follow(listener: (checked: Checked) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** The whole book has been checked as it stood in a version; an edit that is being written asks for it again. */
  #settle(made: CheckedOnce, version: string): void {
    if (version !== this.#version) return
    const before = this.#opened().checked.found
    this.#checked = checkedOf(made)
    this.#isChecked = true
    this.#told = undefined
    const told = { version, rows: otherFindings(before, this.#checked.found) }
    for (const listener of this.#listeners) listener(told)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work)
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** Reads the book again where its files are not those that were read last. */
  async #refresh(): Promise<Standing> {
    const { standing, files } = this.#opened()
    if (await files.version() === this.#version) return standing
    const fault = (await this.open()).find(({ severity }) => severity === 'error')
    if (fault) throw new FaultyBook(fault)
    return this.#opened().standing
  }

  #opened(): { readonly standing: Standing; readonly files: BookFiles; readonly checked: CheckedStanding } {
    if (!this.#standing || !this.#files || !this.#checked) throw new Error('The desk is not open')
    return { standing: this.#standing, files: this.#files, checked: this.#checked }
  }

  #state(): DeskState {
    return this.#told ??= this.#stateNow()
  }

  #stateNow(): DeskState {
    const { standing, checked: { found } } = this.#opened()
    return {
      version: this.#version, title: standing.title, chapters: chapterTitles(standing.manuscripts),
      rows: standing.alignment.beads.map((_, row) => rowOf(standing, row, found.get(row) ?? [])),
      lost: lostOf(standing), ...this.#steps(),
    }
  }

  #steps(): Pick<DeskState, 'canUndo' | 'canRedo' | 'isChecked'> {
    return { canUndo: this.#done.length > 0, canRedo: this.#undone.length > 0, isChecked: this.#isChecked }
  }

  async #attempt(version: string, plan: (standing: Standing) => Promise<Plan | Refused>): Promise<Answer> {
    const before = await this.#refresh()
    if (version !== this.#version) return { kind: 'stale', state: this.#state() }
    const planned = await plan(before)
    if ('refused' in planned) return { kind: 'refused', rule: planned.refused, ...(planned.values && { values: planned.values }) }
    if (!await this.#write(before, planned)) {
      await this.#refresh()
      return { kind: 'stale', state: this.#state() }
    }
    const change = this.#recheck(before, planned.after)
    this.#standing = planned.after
    this.#told = undefined
    planned.settle()
    return { kind: 'done', patch: patchOf(planned.after, this.#opened().checked.found, change, { version: this.#version, ...this.#steps() }) }
  }

  /** Seeks findings again where something changed, those of the whole book a moment later, and says where that was. */
  #recheck(before: Standing, after: Standing): Difference {
    const change = difference(before, after)
    this.#isChecked &&= !isOtherwise(before, after, change)
    if (!this.#isChecked) this.#rechecking.due(after, this.#version)
    if (before.decisions.accepted === after.decisions.accepted) {
      this.#checked = foundAfter(this.#opened().checked, after, change)
      return change
    }
    // What is accepted changes no row's beads, so rows are counted as before.
    const { checked: now, rows } = acceptedAfter(this.#opened().checked, after)
    this.#checked = now
    return { ...change, from: rows.from, to: rows.to, end: rows.to }
  }

  /** False, and nothing written, where another has written in between. The manuscript comes first: if only that is written, its decisions are found as changed. */
  #write({ book, decisions }: Standing, { after, manuscript }: Plan): Promise<boolean> {
    const { files } = this.#opened()
    return locked(book.root, async () => {
      if (await files.version() !== this.#version) return false
      if (manuscript) await files.replace(manuscript.file, manuscript.bytes)
      if (after.decisions !== decisions) {
        this.#written = decisionFile(after.decisions, this.#written)
        await files.replace(book.decisions, this.#written.bytes)
      }
      this.#version = files.versionKnown()
      return true
    })
  }

  async #edited(before: Standing, edit: Edit, author: Author): Promise<Plan | Refused> {
    const step = isOfTexts(edit) ? await textStep(before, this.#opened().files, edit, author) : beadStep(before, edit, author)
    if ('refused' in step) return step
    return { ...step, settle: () => {
      this.#done.push(step.step)
      this.#undone = []
    } }
  }

  async #stepped(before: Standing, from: Step[], to: Step[]): Promise<Plan | Refused> {
    const last = from.at(-1)
    if (!last) return { refused: 'desk/nothing-to-undo' }
    const step = await takenBack(before, this.#opened().files, last)
    // A step over texts that others have changed since can never be taken back.
    if ('refused' in step) {
      from.pop()
      return step
    }
    return { ...step, settle: () => {
      from.pop()
      to.push(step.step)
    } }
  }
}

/** Where the decisions of a book with a configuration are. */
const ownName = 'decisions.yaml'

/** To the second. */
const timeOf = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`
