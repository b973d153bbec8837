/** A book of two short manuscripts in a folder of its own, for tests of the desk. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bookOfFolder } from '../../pipeline/book/load.ts'
import type { Answer, DeskState, Edit, Patch } from '../../pipeline/model/desk.ts'
import { languages } from '../../pipeline/model/language.ts'
import { openDesk, type OpenDesk } from '../../pipeline/review/desk.ts'

export const english = `# The ferry

The river rose in March, and nobody crossed it for a week. The ferry lay on the bank.

The ferryman *mended his nets. He waited* for the water to fall.[^oil] It fell on the ninth day.

> He lit the lamp & sang
> an old song. Nobody heard him.

| Day | Boats |
|---|---|
| first | none |
| second | two |

[^oil]: The lamp burned whale oil.
`

export const arabic = `# العبّارة

ارتفع النهر في آذار. ولم يعبره أحد أسبوعًا. ورست العبّارة على الضفة.

أصلح المعدّاوي *شباكه. وانتظر* أن ينحسر الماء.[^oil] وانحسر في اليوم التاسع.

> أوقد المصباح وأنشد
> أغنية قديمة. ولم يسمعه أحد.

| اليوم | القوارب |
|---|---|
| الأول | لا شيء |
| الثاني | اثنان |

[^oil]: كان المصباح يشتعل بزيت الحوت.
`

export interface Folder {
  readonly root: string
  read(name: string): string
  write(name: string, content: string | Buffer): void
  remove(): void
}

export function folder(texts = { en: english, ar: arabic }): Folder {
  const root = mkdtempSync(join(tmpdir(), 'tawazi-desk-'))
  const write = (name: string, content: string | Buffer) => writeFileSync(join(root, name), content)
  write('tawazi.yaml', 'chapters:\n  - {en: en.md, ar: ar.md}\n')
  for (const language of languages) write(`${language}.md`, texts[language])
  return { root, write, read: (name) => readFileSync(join(root, name), 'utf8'), remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** A window on the desk, which follows its patches as the page does. */
export class Window {
  readonly desk: OpenDesk
  state: DeskState

  constructor(desk: OpenDesk, state: DeskState) {
    this.desk = desk
    this.state = state
  }

  async do(edit: Edit): Promise<Answer> {
    return this.#follow(await this.desk.apply(edit, this.state.version, 'Rana'))
  }

  async undo(): Promise<Answer> {
    return this.#follow(await this.desk.undo(this.state.version))
  }

  async redo(): Promise<Answer> {
    return this.#follow(await this.desk.redo(this.state.version))
  }

  #follow(answer: Answer): Answer {
    if (answer.kind === 'done') this.state = patched(this.state, answer.patch)
    return answer
  }

  /** `1:2c 1:1 0:1o`: sizes, and the first letter of the status. */
  get drawing(): string {
    return this.state.rows.map(({ en, ar, status }) => `${en.length}:${ar.length}${status?.[0] ?? ''}`).join(' ')
  }

  text(row: number): string {
    const { en, ar } = this.state.rows[row]!
    return [en, ar].map((side) => side.map(({ text }) => text).join(' / ')).join(' | ')
  }
}

export function patched(state: DeskState, { version, from, to, rows, renumber, lost, canUndo, canRedo, isChecked }: Patch): DeskState {
  const after = state.rows.slice(to).map((row) => ({
    ...row,
    en: row.en.map((one) => ({ ...one, segment: one.segment + renumber.en })),
    ar: row.ar.map((one) => ({ ...one, segment: one.segment + renumber.ar })),
    findings: row.findings.map((finding) => ({ ...finding, bead: finding.bead + rows.length - (to - from), marks: finding.marks.map((mark) => ({ ...mark, segment: mark.segment + renumber[mark.language] })) })),
  }))
  return { ...state, version, rows: [...state.rows.slice(0, from), ...rows, ...after], lost, canUndo, canRedo, isChecked }
}

export async function opened(root: string, at = '2026-05-01T08:30:00Z'): Promise<Window> {
  const { desk, messages } = await openDesk(() => bookOfFolder(root), () => new Date(at))
  if (!desk) throw new Error(JSON.stringify(messages))
  return new Window(desk, await desk.state())
}
