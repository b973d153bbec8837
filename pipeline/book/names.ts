/** What a book and its files are called, by where its manuscripts lie. */

import { basename, dirname, extname, sep } from 'node:path'
import { languages, type Bilingual } from '../model/language.ts'

/** The innermost folder that holds both files. */
export function commonFolder(one: string, other: string): string {
  const parts = [dirname(one).split(sep), dirname(other).split(sep)] as const
  const differs = parts[0].findIndex((part, index) => part !== parts[1][index])
  return (differs < 0 ? parts[0] : parts[0].slice(0, differs)).join(sep) || sep
}

/** `book/en.md` is named after its folder, `essay.en.md` after itself. */
export function nameOfFiles(paths: Bilingual<string>, root: string): string {
  const stem = basename(paths.en, extname(paths.en)).replace(/[._-]?(en|english)$/i, '')
  const isLanguage = languages.some((language) => stem === '' || stem === language)
  return slug(isLanguage ? basename(root) : stem)
}

/** Named after both manuscripts, so that books of one folder keep theirs apart: `essay.en+essay.ar.decisions.yaml`. */
export function decisionsOf(part: Bilingual<string>): string {
  const stems = languages.map((language) => part[language].replace(/\.md$/i, '').replaceAll('/', '-'))
  return `${stems.map((stem) => cut(stem, 100)).join('+')}.decisions.yaml`
}

export const nameOfFolder = (root: string): string => slug(basename(root))

/** Vowel marks belong to their letters. */
const slug = (name: string): string =>
  cut(name.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '-'), 200).replace(/^-+|-+$/g, '') || 'book'

/** As much of a name as so many bytes hold: a file system takes 255 for a whole one. */
function cut(name: string, bytes: number): string {
  const letters = [...name]
  while (Buffer.byteLength(letters.join('')) > bytes) letters.pop()
  return letters.join('')
}
