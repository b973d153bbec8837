/** Meanings in the program, with vectors of an invented vocabulary; and what makes and keeps vectors. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { embedded, type Embedder } from '../../pipeline/align/embeddings/embedder.ts'
import { vectorStore } from '../../pipeline/align/embeddings/store.ts'
import { localEmbedder } from '../../pipeline/align/embeddings/transformers.ts'
import { gridOf } from '../../pipeline/align/band.ts'
import { explain } from '../../pipeline/align/explain.ts'
import { align } from '../../pipeline/align/index.ts'
import { meaningOf, nearness, segmentNearness, sideVectors } from '../../pipeline/align/meaning.ts'
import { shippedModel } from '../../pipeline/align/model.ts'
import { secondPass } from '../../pipeline/align/program.ts'
import type { AlignSettings } from '../../pipeline/align/settings.ts'
import { wordingOf, wordsIn } from '../../pipeline/model/words.ts'
import { beadsOfRetold, retold, words } from './invented.ts'
import { drawing, lighthouse, sides } from './sides.ts'

const concepts = new Map(words.flatMap(([en, ar], index): [string, number][] => [[en, index], [ar, index]]))

/** A model that knows the invented words: a direction for each, and one that all texts share, as true models have. */
class FakeEmbedder implements Embedder {
  readonly name: string
  readonly batches: (readonly string[])[] = []

  constructor(name = 'fake') {
    this.name = name
  }

  embed(texts: readonly string[]): Promise<Float32Array[]> {
    this.batches.push(texts)
    return Promise.resolve(texts.map((text) => {
      const vector = new Float32Array(words.length + 1)
      vector[words.length] = 1
      for (const word of text.match(/[a-z]+|[\u0621-\u064A]+/g) ?? []) vector[concepts.get(word) ?? words.length]! += 1
      return vector
    }))
  }
}

let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'tawazi-vectors-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('in the program', () => {
  test('meanings alone align what words cannot', async () => {
    const made = sides(retold)
    expect(drawing(align(made))).not.toBe(beadsOfRetold)
    const vectors = await embedded([...retold.en, ...retold.ar], new FakeEmbedder())
    const beads = align(made, { vectors })
    expect(drawing(beads)).toBe(beadsOfRetold)
    expect(Math.min(...beads.map(({ score }) => score))).toBeGreaterThan(0.9)
  })

  test('also where the text is long and its middle is missing; the band of the search is narrower for it', async () => {
    const sentence = (index: number, side: 0 | 1) => `${[1, 5, 25].map((step) => words[(Math.floor(index / step) * 7 + step) % words.length]?.[side]).join(' ')}.`
    const places = Array.from({ length: 120 }, (_, index) => index)
    const made = sides({ en: places.map((index) => sentence(index, 0)), ar: places.filter((index) => index < 45 || index >= 75).map((index) => sentence(index, 1)) })
    const right = (beads: ReturnType<typeof align>) => beads.filter(({ en, ar }) => en.to - en.from === 1 && ar.to - ar.from === 1 && en.from === ar.from + (ar.from < 45 ? 0 : 30)).length
    const vectors = await embedded([...made.en, ...made.ar].map(({ text }) => text), new FakeEmbedder())
    expect(right(align(made, { vectors }))).toBeGreaterThan(85)
    expect(right(align(made))).toBeLessThan(60)
    const cells = (settings: AlignSettings) => gridOf(secondPass(made, shippedModel(), settings).band).at(-1) ?? 0
    expect(cells({ vectors })).toBeLessThan(cells({}) / 2)
  })

  test('are told among the reasons', async () => {
    const made = sides(retold)
    const vectors = await embedded([...retold.en, ...retold.ar], new FakeEmbedder())
    const [bead] = align(made, { vectors })
    if (!bead) throw new Error('No bead')
    expect(explain(made, bead, { vectors }).reasons.find(({ feature }) => feature === 'meaning')?.nats).toBeGreaterThan(3)
    expect(explain(made, bead).reasons.map(({ feature }) => feature)).not.toContain('meaning')
  })

  test('that tell all texts alike, or know none of them, change nothing', () => {
    const plain = align(sides(lighthouse))
    expect(align(sides(lighthouse), { vectors: new Map() })).toEqual(plain)
    expect(align(sides(lighthouse), { vectors: new Map([['Something else.', Float32Array.of(1, 0)]]) })).toEqual(plain)
    const alike = new Map([...lighthouse.en, ...lighthouse.ar].map((text) => [text.replace('¶', ''), Float32Array.of(0.6, 0.8)]))
    expect(drawing(align(sides(lighthouse), { vectors: alike }))).toBe(drawing(plain))
  })
})

describe('nearness', () => {
  const made = sides({ en: ['a', 'b', 'c'], ar: ['x', 'y', 'z'] })
  // Nothing in common between different letters; b and y mean the same, z is unknown.
  const texts = new Map([['a', [1, 0, 0, 0]], ['b', [0, 1, 0, 0]], ['c', [0, 0, 1, 0]], ['x', [0, 0, 0, 1]], ['y', [0, 1, 0, 0]]].map(([text, vector]) => [text as string, Float32Array.from(vector as number[])]))
  const vectors = sideVectors(made, texts)
  if (!vectors) throw new Error('No vectors')
  const whole = { from: new Int32Array(3), to: new Int32Array(3).fill(3), severalFrom: new Int32Array(3), severalTo: new Int32Array(3).fill(3) }
  const meaning = meaningOf(vectors, whole)
  // One pair of the six known ones has the cosine 1, the others 0.
  const average = 1 / 6

  test('is 1 for the same meaning, below 0 for what is further apart than any two of the book, 0 where nothing is known', () => {
    expect(segmentNearness(vectors, 1, 1)).toBeCloseTo(1)
    expect(nearness(meaning, 1, 1, 1, 1)).toBeCloseTo(1)
    expect(nearness(meaning, 0, 1, 0, 1)).toBeCloseTo(-average / (1 - average))
    expect([nearness(meaning, 0, 1, 2, 1), segmentNearness(vectors, 0, 2)]).toEqual([0, 0])
  })

  test('of spans is that of their mean vectors, less what spans of so many members have in common', () => {
    // Cosine of (a + b) / 2 and y is the root of one half; members of a side have nothing in common, so two are longer by the root of two than one.
    const expected = Math.SQRT1_2
    const common = (2 * average) / Math.SQRT2
    expect(nearness(meaning, 0, 2, 1, 1)).toBeCloseTo((expected - common) / (1 - common))
  })
})

describe('embedding', () => {
  test('each text once, in batches of like length, blank ones never', async () => {
    const fake = new FakeEmbedder()
    const texts = Array.from({ length: 70 }, (_, index) => 'zorblin '.repeat((index % 7) + 1) + index)
    const steps: string[] = []
    const vectors = await embedded([...texts, ...texts, '', '  '], fake, { progress: (done, all) => steps.push(`${done}/${all}`) })
    expect(vectors.size).toBe(70)
    expect(fake.batches.map((batch) => batch.length)).toEqual([32, 32, 6])
    const lengths = fake.batches.flat().map((text) => text.length)
    expect(lengths).toEqual([...lengths].sort((one, other) => one - other))
    expect(steps).toEqual(['32/70', '64/70', '70/70'])
    for (const vector of vectors.values()) expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
  })

  test('vectors without a direction are left out', async () => {
    const vectors = await embedded(['a', 'b', 'c'], { name: 'odd', embed: () => Promise.resolve([Float32Array.of(0, 0), Float32Array.of(NaN, 1), Float32Array.of(3, 4)]) })
    expect([...vectors]).toEqual([['c', Float32Array.of(0.6, 0.8)]])
  })

  test('what was made before an interruption is not made again', async () => {
    const store = vectorStore(folder)
    const texts = Array.from({ length: 80 }, (_, index) => `zorblin ${100 + index}`)
    const interrupt = new AbortController()
    const cut = embedded(texts, new FakeEmbedder(), { store, signal: interrupt.signal, progress: (done) => { if (done >= 64) interrupt.abort() } })
    await expect(cut).rejects.toMatchObject({ name: 'AbortError' })
    const fake = new FakeEmbedder()
    expect((await embedded(texts, fake, { store })).size).toBe(80)
    expect(fake.batches.flat()).toHaveLength(16)
  })
})

describe('the store', () => {
  const vectors = (...texts: string[]) => new Map(texts.map((text) => [text, Float32Array.of(text.length, 0.25, -1)]))
  const packs = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile()).map((name) => join(folder, name))

  test('gives back what it was given, by model and text', async () => {
    const store = vectorStore(folder)
    await store.write('one', vectors('a', 'bb'))
    await store.write('other', vectors('ccc'))
    expect(await store.read('one', ['bb', 'a', 'ccc'])).toEqual(vectors('a', 'bb'))
    expect(await vectorStore(folder).read('other', ['a', 'ccc'])).toEqual(vectors('ccc'))
  })

  test('many small writings make one file, and none is lost', async () => {
    const store = vectorStore(folder)
    for (const text of 'abcdefgh') await store.write('one', vectors(text))
    expect(packs()).toHaveLength(1)
    expect((await store.read('one', [...'abcdefgh'])).size).toBe(8)
  })

  test('a file that was cut short is as good as none', async () => {
    const store = vectorStore(folder)
    await store.write('one', vectors('a', 'b'))
    const [pack = ''] = packs()
    truncateSync(pack, statSync(pack).size - 5)
    expect((await store.read('one', ['a', 'b'])).size).toBe(0)
    await store.write('one', vectors('c'))
    expect([...(await store.read('one', ['a', 'b', 'c'])).keys()]).toEqual(['c'])
  })

  test('keeps within its size: what was used longest ago goes first, and what a killed process left', async () => {
    await vectorStore(folder).write('old', vectors('a'))
    const [old = ''] = packs()
    utimesSync(old, new Date(0), new Date(0))
    writeFileSync(join(dirname(old), 'left.pack.1234'), 'half')
    utimesSync(join(dirname(old), 'left.pack.1234'), new Date(0), new Date(0))
    const size = readFileSync(old).length
    await vectorStore(folder, size + 10).write('new', vectors('b'))
    expect(packs()).toHaveLength(1)
    expect((await vectorStore(folder).read('new', ['b'])).size).toBe(1)
  })

  test('that cannot be written stores nothing, and says nothing', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const store = vectorStore(join(file, 'below'))
    await store.write('one', vectors('a'))
    expect((await store.read('one', ['a'])).size).toBe(0)
  })
})

describe('a model in a folder', () => {
  const write = (...names: string[]) => names.forEach((name) => {
    mkdirSync(dirname(join(folder, 'model', name)), { recursive: true })
    writeFileSync(join(folder, 'model', name), name)
  })
  const whole = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx']
  const model = () => join(folder, 'model')
  const absent = () => Promise.reject(Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' }))

  /** The library as its documentation describes it, and what it was asked. */
  function library(extract = (texts: readonly string[]) => Promise.resolve({ dims: [texts.length, 2], data: Float32Array.from(texts.flatMap((text) => [text.length, 1])) })) {
    const env = { allowRemoteModels: true, allowLocalModels: false, localModelPath: '', useFSCache: true }
    const asked: unknown[] = []
    let isOpen = false
    const pipeline = (...values: unknown[]) => {
      asked.push(...values)
      isOpen = true
      return Promise.resolve(Object.assign(extract, { dispose: () => Promise.resolve(isOpen = false) }))
    }
    return { env, asked, isOpen: () => isOpen, load: () => Promise.resolve({ env, pipeline }) }
  }

  test('is loaded from there alone, and never from elsewhere', async () => {
    write(...whole)
    const { env, asked, load, isOpen } = library()
    const embedder = await localEmbedder(model(), load)
    expect(env).toMatchObject({ allowRemoteModels: false, allowLocalModels: true, useFSCache: false, localModelPath: `${folder}/` })
    expect(asked).toEqual(['feature-extraction', 'model', { dtype: 'q8', local_files_only: true }])
    expect(await embedder.embed(['ab', 'abcd'])).toEqual([Float32Array.of(2, 1), Float32Array.of(4, 1)])
    await embedder.close()
    expect(isOpen()).toBe(false)
  })

  test('has another name when any of its files changes', async () => {
    write(...whole)
    const named = async () => (await localEmbedder(model(), library().load)).name
    const before = await named()
    expect(await named()).toBe(before)
    writeFileSync(join(model(), 'onnx/model_quantized.onnx'), 'other')
    expect(await named()).not.toBe(before)
  })

  test.each([
    ['no folder', [], 'embeddings/no-folder', /\/model/],
    ['no tokenizer', ['config.json', 'tokenizer_config.json', 'onnx/model.onnx'], 'embeddings/no-file', /\/model.* tokenizer\.json/],
    ['no weights', whole.slice(0, 3), 'embeddings/no-file', /\/model.* onnx\/model\.onnx/],
    ['no package', whole, 'embeddings/no-package', /npm install --no-save @huggingface\/transformers/],
  ] as const)('%s: a fault of the surroundings that says what to do', async (_, names, rule, said) => {
    write(...names)
    const fault = await localEmbedder(model(), absent).catch((error: unknown) => error)
    expect(fault).toMatchObject({ rule, name: 'SurroundingsError' })
    for (const language of ['en', 'ar'] as const) {
      const { what, todo } = wordingOf(fault as { rule: string; values: Record<string, string> }, wordsIn(language))
      expect(`${what} ${todo}`).toMatch(said)
    }
  })

  test('that fails is told of with the first line of why', async () => {
    write(...whole)
    const failing = await localEmbedder(model(), library(() => Promise.reject(new Error('Missing input\n  at session'))).load)
    await expect(failing.embed(['a'])).rejects.toMatchObject({ rule: 'embeddings/unfit', values: { fault: 'Missing input' } })
  })
})
