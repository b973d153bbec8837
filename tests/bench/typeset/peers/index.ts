/**
 * Other engines on the same text. Packages of npm are installed into the bench's own folder of what is temporary;
 * programs of the system are used where they are there. None of them ships, whatever its licence.
 */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { candidates } from '../../../../pipeline/print/candidates.ts'
import type { Chapter } from '../book.ts'
import { writeHtml } from './html.ts'
import { writeTex } from './tex.ts'

export interface Command {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly pdf: string
}

export interface Peer {
  readonly name: string
  readonly sets: 'English' | 'facing'
  /** What is to be known beside its figures. */
  readonly remark: string
  /** Throws with the reason where the peer cannot be had. */
  prepare(): Command | Promise<Command>
}

interface Places {
  /** The bench's book; its pictures are used from there. */
  readonly book: string
  readonly folder: string
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

export function peers(chapters: readonly Chapter[], { book, folder }: Places): Peer[] {
  const packages = join(folder, 'packages')
  const html = (name: string, footnotes: boolean, head?: string) =>
    writeHtml(chapters, join(folder, name), book, { footnotes, ...(head === undefined ? {} : { head }) })
  const printing = (name: string, input: string): Command => {
    const pdf = join(folder, name, 'book.pdf')
    return { command: process.execPath, args: ['--import', 'tsx', here('chromium.ts'), input, pdf], cwd: process.cwd(), pdf }
  }
  return [
    { name: 'native print of the browser', sets: 'English', remark: 'notes in the text, no hyphens', prepare: () => printing('native', html('native', false)) },
    {
      name: 'Paged.js 0.4.3', sets: 'English', remark: 'no hyphens',
      prepare: () => printing('paged', html('paged', true, pagedScripts(installed(packages, 'pagedjs@0.4.3', 'pagedjs/dist/paged.polyfill.js')))),
    },
    {
      name: 'Vivliostyle 9.7.1', sets: 'English', remark: 'no hyphens',
      prepare: async () => {
        const program = installed(packages, '@vivliostyle/cli@9.7.1', '.bin/vivliostyle')
        const pdf = join(folder, 'vivliostyle', 'book.pdf')
        const { value: browser } = await candidates().next()
        if (!browser) throw new Error('no browser')
        const input = html('vivliostyle', true)
        return { command: program, args: ['build', input, '--output', pdf, '--executable-browser', browser.executable, '--timeout', '1800'], cwd: join(folder, 'vivliostyle'), pdf }
      },
    },
    {
      name: `WeasyPrint ${versionOf('weasyprint')}`, sets: 'English', remark: '',
      prepare: () => {
        needed('weasyprint')
        const pdf = join(folder, 'weasyprint', 'book.pdf')
        return { command: 'weasyprint', args: [html('weasyprint', true), pdf], cwd: folder, pdf }
      },
    },
    {
      name: 'XeLaTeX with reledpar', sets: 'facing', remark: 'six runs, until its pages stand; level at paragraphs; neither pictures nor tables',
      prepare: () => {
        needed('xelatex')
        // What an earlier run has left beside the file would spare this one some of its own.
        rmSync(join(folder, 'tex'), { recursive: true, force: true })
        writeTex(chapters, join(folder, 'tex'))
        const runs = Array(6).fill('xelatex -interaction=batchmode book.tex').join('; ')
        // A run ends with 1 after any warning that LaTeX calls an error; whether there is a PDF is what counts.
        return { command: 'sh', args: ['-c', `${runs}; test -f book.pdf`], cwd: join(folder, 'tex'), pdf: join(folder, 'tex', 'book.pdf') }
      },
    },
  ]
}

const pagedScripts = (polyfill: string): string =>
  `<script>globalThis.PagedConfig = { after: () => { globalThis.pagedIsDone = true } }</script><script src="file://${polyfill}"></script>`

/** The path of a file of a package, which is installed where it is missing. */
function installed(folder: string, name: string, file: string): string {
  const path = join(folder, 'node_modules', file)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{"private":true}')
  spawnSync('npm', ['install', '--no-audit', '--no-fund', name], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 })
  if (!existsSync(path)) throw new Error(`npm could not install ${name}`)
  return path
}

function needed(program: string): void {
  if (spawnSync(program, ['--version'], { stdio: 'ignore' }).error) throw new Error(`${program} is not installed`)
}

function versionOf(program: string): string {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return /\d+(?:\.\d+)+/.exec(stdout ?? '')?.[0] ?? ''
}
