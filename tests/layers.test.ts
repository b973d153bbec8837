/** Holds the picture of the layers in pipeline/README.md: imports point down, never to a neighbour on the same line. */

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from '@jest/globals'

const root = resolve('pipeline')

/** The lines of the picture, lowest first. */
const layers = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^ {4}\| (.+)$/gm)]
  .map(([, line = '']) => line.trim().split(/\s+/)).reverse()

const layerOf = (file: string): number => {
  const name = (relative(root, file).split('/')[0] ?? '').replace(/\.ts$/, '')
  return layers.findIndex((line) => line.includes(name))
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => join(root, name))

function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) => resolve(dirname(file), path))
}

test('the picture names every folder', () => {
  expect(layers.length).toBeGreaterThan(4)
  expect(files.filter((file) => layerOf(file) < 0).map((file) => relative(root, file))).toEqual([])
})

test('imports point down', () => {
  const upward = files.flatMap((file) => imports(file)
    .filter((path) => path.startsWith(root) && folderOf(path) !== folderOf(file) && layerOf(path) >= layerOf(file))
    .map((path) => `${relative(root, file)} imports ${relative(root, path)}`))
  expect(upward).toEqual([])
})

const folderOf = (file: string): string => relative(root, file).split('/')[0] ?? ''
