/** What README and pipeline/README name is there: files, folders, scripts, commands, options and links. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const documents = ['README.md', 'pipeline/README.md']
const textOf = (file: string) => readFileSync(file, 'utf8')

/** What stands between back quotes, and the lines of blocks of code. */
const quoted = (text: string): string[] => [
  ...[...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code),
  ...[...text.matchAll(/```\w*\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.split('\n')),
]

/** Every file and folder of the project that a document may name, and each file without what says its kind. */
const paths = ['pipeline', 'templates', 'tests', 'samples', 'locales'].flatMap((home) =>
  [home, ...readdirSync(home, { recursive: true, encoding: 'utf8' }).map((path) => join(home, path))])
const known = paths.flatMap((path) => [path, path.replace(/\.tsx?$/, '')]).map((path) => `/${path}`)
const isKnown = (path: string): boolean => known.some((one) => one.endsWith(`/${path.replace(/\/$/, '')}`))

/** The rule of a message is named like a file of its folder. */
const isRule = (name: string): boolean => {
  const [namespace = '', rule = ''] = name.split('/')
  return existsSync(`locales/en/${namespace}.json`) && rule in JSON.parse(textOf(`locales/en/${namespace}.json`))
}

test('files and folders that pipeline/README.md names', () => {
  const named = quoted(textOf('pipeline/README.md')).filter((code) => /^[\w.-]+(?:\/[\w.-]*)+$|^[\w.-]+\.(?:tsx?|mjs|json|md)$/.test(code) && !code.includes('NAME'))
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((path) => !isKnown(path) && !isRule(path))).toEqual([])
})

test('files and folders of the project that README.md names', () => {
  const named = quoted(textOf('README.md')).flatMap((code) => code.match(/(?:pipeline|templates|tests|samples|locales)\/[\w./-]+|[\w-]+\.schema\.json/g) ?? [])
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((path) => !isKnown(path))).toEqual([])
})

test.each(documents)('scripts that %s names', (file) => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
  const named = [...textOf(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test('commands and options that README.md names', () => {
  const lines = quoted(textOf('README.md')).filter((code) => /^(?:npx )?tawazi [a-z]/.test(code))
  const commands = lines.map((line) => /tawazi (?<command>[a-z]+)/.exec(line)?.groups?.['command'] ?? '')
  expect(commands.filter((command) => !existsSync(`pipeline/cli/${command}.ts`))).toEqual([])
  const sources = readdirSync('pipeline/cli').filter((name) => name.endsWith('.ts')).map((name) => textOf(join('pipeline/cli', name))).join('\n')
  const options = [...lines, ...quoted(textOf('README.md')).filter((code) => code.startsWith('--'))].flatMap((line) => line.split('#')[0]?.match(/(?<=^| )--[a-z]+(?:-[a-z]+)*/g) ?? [])
  expect(options.length).toBeGreaterThan(10)
  expect([...new Set(options)].filter((option) => !new RegExp(`['\`, ]${option}[ '\`]`).test(sources))).toEqual([])
})

test.each(documents)('links of %s', (file) => {
  const text = textOf(file)
  const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title.toLowerCase().replaceAll(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-'))
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target).filter((target) => !/^https?:/.test(target) && !quoted(text).some((code) => code.includes(target)))
  const isThere = (target: string) => (target.startsWith('#') ? anchors.includes(target.slice(1)) : existsSync(join(file, '..', target)))
  expect(targets.filter((target) => !isThere(target))).toEqual([])
})
