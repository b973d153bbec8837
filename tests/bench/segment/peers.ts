/** Splitters from npm, all under the MIT licence, that the bench measures beside ours; none of them ships. */

import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Language } from '../../../pipeline/model/language.ts'

/** Sentences in order; white space at their edges may be lost, nothing else. */
export type Splitter = (text: string, language: Language) => string[]

const packages = ['sentencex@1.0.17', 'sbd@1.0.19', 'sentence-splitter@5.0.1']

/** The standard alone and each peer; a peer that can't be had is named and left out. */
export function peers(): [string, Splitter][] {
  const load = installed()
  const found: [string, Splitter][] = [['Intl.Segmenter', standard]]
  const makers: [string, () => Splitter][] = [
    ['sentencex', () => {
      const { segment } = load('sentencex') as { segment: (language: string, text: string) => string[] }
      return (text, language) => segment(language, text)
    }],
    ['sbd', () => {
      const { sentences } = load('sbd') as { sentences: (text: string) => string[] }
      return (text) => sentences(text)
    }],
    ['sentence-splitter', () => {
      const { split } = load('sentence-splitter') as { split: (text: string) => { type: string; raw: string }[] }
      return (text) => split(text).filter(({ type }) => type === 'Sentence').map(({ raw }) => raw)
    }],
  ]
  for (const [name, make] of makers) {
    try {
      found.push([name, make()])
    } catch (fault) {
      console.error(`${name} is left out: ${String(fault)}`)
    }
  }
  return found
}

function standard(text: string, language: Language): string[] {
  return Array.from(new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text), ({ segment }) => segment)
}

/** Loads from the folder of the peers, which is filled where it is empty. */
function installed(): NodeJS.Require {
  const folder = join(tmpdir(), 'tawazi-bench-segment')
  const load = createRequire(join(folder, 'package.json'))
  try {
    load.resolve('sbd')
  } catch {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    execFileSync('npm', ['install', '--no-audit', '--no-fund', ...packages], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  return load
}
