/** What a book calls its parts, and where they stand by that: drawn as `role matter title`. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { Matter } from '../../pipeline/model/manuscript.ts'
import { readManuscript } from '../../pipeline/readers/index.ts'

async function roles(...matters: (Matter | undefined)[]): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'tawazi-matter-'))
  try {
    const files = matters.map((_, index) => `${index}.md`)
    for (const file of files) writeFileSync(join(root, file), `# Part ${file[0]}\n\nIt is said here.\n`)
    const { manuscript } = await readManuscript(root, files, 'en', { matters })
    return manuscript.chapters.map(({ role, matter, title }) => `${role} ${matter ?? '-'} ${title}`)
  } finally {
    rmSync(root, { recursive: true })
  }
}

test('what stands before everything else is front matter', async () => {
  expect(await roles('dedication', 'dedication', 'foreword', 'acknowledgements', undefined, 'afterword')).toEqual([
    'dedication dedication Part 0', 'dedication dedication Part 1', 'front foreword Part 2', 'front acknowledgements Part 3', 'chapter - Part 4', 'chapter afterword Part 5',
  ])
})

test('the same at another place is a chapter, but keeps its name', async () => {
  expect(await roles('prologue', 'preface', undefined, 'acknowledgements', 'dedication')).toEqual([
    'chapter prologue Part 0', 'chapter preface Part 1', 'chapter - Part 2', 'chapter acknowledgements Part 3', 'chapter dedication Part 4',
  ])
  expect(await roles('foreword', 'dedication', undefined)).toEqual(['front foreword Part 0', 'front dedication Part 1', 'chapter - Part 2'])
})
