/** Books to check: a folder of examples, read and aligned as the product does, or sentences that are aligned one by one. */

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { alignManuscripts } from '../../../pipeline/align/index.ts'
import { readGlossary } from '../../../pipeline/book/glossary.ts'
import type { CheckedBook } from '../../../pipeline/check/translation/index.ts'
import { readManuscript } from '../../../pipeline/readers/index.ts'
import { book } from '../../support/edition.ts'
import { manuscript } from '../../support/manuscript.ts'

export const home = 'tests/check/translation'

/** `en.md`, `ar.md` and, where the folder has one, `glossary.csv`. */
export async function read(folder: string): Promise<CheckedBook> {
  const root = resolve(folder)
  const [en, ar] = await Promise.all((['en', 'ar'] as const).map((language) => readManuscript(root, [`${language}.md`], language)))
  if (!en || !ar) throw new Error(`${folder} was not read`)
  const glossary = existsSync(join(root, 'glossary.csv')) ? (await readGlossary(root, 'glossary.csv')).entries : []
  const manuscripts = { en: en.manuscript, ar: ar.manuscript }
  const { alignment } = alignManuscripts(manuscripts, 1, { glossary })
  return { book: { ...book, root, align: { ...book.align, glossary } }, manuscripts, alignment }
}

/** Each sentence a paragraph and a bead of its own. */
export function paired(en: readonly string[], ar: readonly string[]): CheckedBook {
  const beads = en.map((_, at) => ({ en: { from: at, to: at + 1 }, ar: { from: at, to: at + 1 }, score: 1 }))
  return { book, manuscripts: { en: manuscript('en', ...en), ar: manuscript('ar', ...ar) }, alignment: { beads } }
}
