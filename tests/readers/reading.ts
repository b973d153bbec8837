/** Reads a text as the product reads a file, proves that nothing is lost, and draws what came of it. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sourceFaults } from '../../pipeline/check/source.ts'
import type { Language } from '../../pipeline/model/language.ts'
import { segmentsOf, type Manuscript } from '../../pipeline/model/manuscript.ts'
import type { Message } from '../../pipeline/model/message.ts'
import { readManuscript } from '../../pipeline/readers/index.ts'

export interface Reading {
  readonly manuscript: Manuscript
  /** Text of the body, a line for each block. */
  readonly body: readonly string[]
  /** `reason line: text`. */
  readonly removed: readonly string[]
  /** `rule line:column`. */
  readonly messages: readonly string[]
  readonly all: readonly Message[]
  /** Words that the proof misses; always to be empty. */
  readonly lost: readonly string[]
}

/** `files` stand beside the manuscript. */
export async function reading(content: string | Uint8Array, language: Language = 'en', files: Record<string, string | Uint8Array> = {}): Promise<Reading> {
  const root = mkdtempSync(join(tmpdir(), 'tawazi-reading-'))
  try {
    for (const [name, bytes] of Object.entries({ ...files, 'text.md': content })) {
      mkdirSync(dirname(join(root, name)), { recursive: true })
      writeFileSync(join(root, name), bytes)
    }
    const { manuscript, source, messages } = await readManuscript(root, ['text.md'], language)
    const segments = segmentsOf(manuscript)
    return {
      manuscript,
      body: manuscript.chapters.filter(({ role }) => role === 'chapter').flatMap(({ blocks }) => blocks.map((block) => block.segments.map(({ text }) => text).join(' '))),
      removed: manuscript.removed.map(({ reason, place, text }) => `${reason} ${place.line}: ${text}`),
      messages: messages.map(({ rule, place }) => `${rule} ${place?.line}:${place?.column}`),
      all: messages,
      lost: source.flatMap(({ file, text }) => sourceFaults(file, text, language, segments, manuscript.removed)).map(({ values }) => String(values?.['word'])),
    }
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** Lines of an indented picture of a text. */
export const lines = (...paragraphs: string[]): string => `${paragraphs.join('\n\n')}\n`
