/** A preflight as files: a page in both languages that holds its pictures, and JSON. */

import { h } from 'hastscript'
import type { Artifact } from '../../model/edition.ts'
import { bilingual, type Language } from '../../model/language.ts'
import { isAccepted, type Preflight, type Requirement } from '../../model/preflight.ts'
import { wordsIn, type Words } from '../../model/words.ts'
import { toldPage } from '../masthead.ts'
import { interfaceIn } from '../ui.ts'
import { aboutSection, pagesSection } from './about.ts'
import { faultsSection } from './faults.ts'
import { drawPages } from './pictures.ts'
import { requirementsSection } from './requirements.ts'
import { toldPreflight } from './told.ts'

export { toldPreflight } from './told.ts'

/** `en.pdf` has `en.preflight.html` beside it. `pictures` are PNGs by page. */
function writePreflight(found: Preflight, pictures: ReadonlyMap<number, Uint8Array>, language: Language): Artifact {
  const ui = interfaceIn('arab')
  const bytes = toldPage({
    ui, language, wordings: 'preflight:report.', sheet: 'preflight', pictures: 'inside',
    titles: bilingual((reader) => `${found.file} · ${wordsIn(reader)('preflight:report.title')}`),
    kicker: [...ui.both('preflight:report.title'), ' · ', ...ui.bothBy((words) => found.profile.title[words.language])],
    heading: [h('bdi', { dir: 'ltr', lang: 'en' }, found.file)],
    verdict: h('p', { className: [isAccepted(found) ? 'well' : 'ill'] }, ui.bothBy((words) => verdictOf(found, words))),
    sections: ['faults', 'requirements', 'pages', 'about'], main: 'faults',
    children: [faultsSection(found, pictures, ui), requirementsSection(found, ui), pagesSection(found, ui), aboutSection(found, ui)],
  })
  return { name: `${baseOf(found.file)}.preflight.html`, bytes }
}

const baseOf = (file: string): string => file.replace(/\.pdf$/i, '')

/** The page, with pictures of pages of `bytes`, and the same in JSON, which speaks `language`. Pictures take longer than all else: a tenth of a second each. */
export async function writtenPreflight(found: Preflight, bytes: Uint8Array, language: Language): Promise<readonly [page: Artifact, told: Artifact]> {
  const pictures = await drawPages(bytes, pagesToDraw(found))
  const told = `${JSON.stringify(toldPreflight(found, wordsIn(language)), null, 2)}\n`
  return [writePreflight(found, pictures, language), { name: `${baseOf(found.file)}.preflight.json`, bytes: Buffer.from(told) }]
}

/** Pages worth a picture: those with faults, the worst verdicts first. What was too much for the reader would be too much for the drawer. */
function pagesToDraw({ requirements }: Preflight): number[] {
  const faults = (verdict: Requirement['verdict']) => requirements.filter((requirement) => requirement.verdict === verdict).flatMap((requirement) => requirement.faults)
  const [broken, doubtful] = [faults('broken'), faults('doubtful')]
  const tooMuch = new Set(broken.filter(({ values }) => values['defect'] === '$preflight:defect.content-too-much').map(({ page }) => page))
  return [...new Set([...broken, ...doubtful].flatMap(({ page }) => page ?? []))].filter((page) => !tooMuch.has(page))
}

/** The whole in a sentence or two. */
export function verdictOf(found: Preflight, words: Words): string {
  const count = (verdict: Requirement['verdict']) => found.requirements.filter((requirement) => requirement.verdict === verdict).length
  const tell = (key: string, verdict: Requirement['verdict']) => (count(verdict) > 0 ? [words(`preflight:report.${key}`, { count: count(verdict) })] : [])
  const first = isAccepted(found) ? [words('preflight:report.accepted')] : tell('refused', 'broken')
  return [...first, ...tell('doubtful', 'doubtful'), ...tell('unknown', 'unknown')].join(' ')
}
