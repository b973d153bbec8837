/** A desk in memory, for tests of what stands before it: it merges, confirms, comments and edits words, and knows stale versions. */

import type { Answer, Checked, Desk, DeskState, Edit, Patch, Row } from '../../pipeline/model/desk.ts'

export function row(at: number, en: string, ar: string, more: Partial<Row> = {}): Row {
  const segment = (text: string) => (text === '' ? [] : [{ segment: at, text, kind: 'paragraph' as const, place: { file: 'text.md', line: at + 1 } }])
  return { en: segment(en), ar: segment(ar), score: 0.9, decidedBy: 'machine', status: undefined, before: undefined, comments: [], history: [], findings: [], chapter: { en: 0, ar: 0 }, ...more }
}

export class MemoryDesk implements Desk {
  rows: readonly Row[]
  readonly asked: Edit[] = []
  #version = 0
  readonly #past: (readonly Row[])[] = []

  constructor(rows: readonly Row[]) {
    this.rows = rows
  }

  async state(): Promise<DeskState> {
    return {
      version: `v${this.#version}`, title: { en: 'The Well', ar: 'البئر' }, chapters: { en: ['The Well'], ar: ['البئر'] }, rows: this.rows, lost: [],
      canUndo: this.#past.length > 0, canRedo: false, isChecked: true,
    }
  }

  async apply(edit: Edit, version: string, by: string): Promise<Answer> {
    if (version !== `v${this.#version}`) return { kind: 'stale', state: await this.state() }
    this.asked.push(edit)
    switch (edit.kind) {
      case 'confirm': return this.#become(edit.beads.from, edit.beads.to, this.rows.slice(edit.beads.from, edit.beads.to).map((one) => ({ ...one, status: 'confirmed', decidedBy: 'person', history: [...one.history, { at: '2026-01-01T10:00:00Z', by, what: 'confirm' }] })))
      case 'comment': return this.#become(edit.bead, edit.bead + 1, this.rows.slice(edit.bead, edit.bead + 1).map((one) => ({ ...one, comments: [...one.comments, { at: '2026-01-01T10:00:00Z', by, text: edit.text }] })))
      default: return { kind: 'refused', rule: 'review/denied.not-understood' }
    }
  }

  async undo(version: string): Promise<Answer> {
    const before = this.#past.pop()
    if (version !== `v${this.#version}` || !before) return { kind: 'stale', state: await this.state() }
    return this.#become(0, this.rows.length, before, true)
  }

  readonly #listeners = new Set<(checked: Checked) => void>()

  follow(listener: (checked: Checked) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  tell(checked: Checked): void {
    for (const listener of this.#listeners) listener(checked)
  }

  redo = (version: string): Promise<Answer> => this.undo(version)

  #become(from: number, to: number, rows: readonly Row[], isStep = false): Answer {
    if (!isStep) this.#past.push(this.rows)
    this.rows = [...this.rows.slice(0, from), ...rows, ...this.rows.slice(to)]
    const patch: Patch = { version: `v${++this.#version}`, from, to, rows, renumber: { en: 0, ar: 0 }, lost: [], canUndo: this.#past.length > 0, canRedo: false, isChecked: true }
    return { kind: 'done', patch }
  }
}
