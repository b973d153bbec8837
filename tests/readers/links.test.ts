/** Links from one place of the book to another, and what they lead to: drawn as `text -> id`. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { toString } from 'mdast-util-to-string'
import { linkFaults } from '../../pipeline/check/links.ts'
import { languages, type Bilingual, type Language } from '../../pipeline/model/language.ts'
import { blocksOf, segmentsOf, type Manuscript } from '../../pipeline/model/manuscript.ts'
import { readManuscript } from '../../pipeline/readers/index.ts'
import { linksIn, withLinks } from '../../pipeline/readers/links.ts'
import { reading } from './reading.ts'

interface Linked {
  readonly en: string[]
  readonly ar: string[]
  /** `file:line link` of those that lead nowhere. */
  readonly astray: string[]
  readonly manuscripts: Bilingual<Manuscript>
}

type Naming = (language: Language, index: number) => string

async function linked(files: Bilingual<readonly string[]>, naming: Naming = (_, index) => `${index + 1}.md`): Promise<Linked> {
  const root = mkdtempSync(join(tmpdir(), 'tawazi-links-'))
  try {
    const [en, ar] = await Promise.all(languages.map(async (language) => {
      mkdirSync(join(root, language))
      const names = files[language].map((text, index) => {
        writeFileSync(join(root, language, naming(language, index)), text)
        return `${language}/${naming(language, index)}`
      })
      return (await readManuscript(root, names, language)).manuscript
    }))
    const manuscripts = withLinks({ en: en!, ar: ar! })
    return {
      en: drawn(manuscripts.en), ar: drawn(manuscripts.ar), manuscripts,
      astray: linkFaults(manuscripts).map(({ place, values }) => `${place?.file}:${place?.line} ${values?.['link']}`),
    }
  } finally {
    rmSync(root, { recursive: true })
  }
}

const drawn = (manuscript: Manuscript): string[] => [
  ...blocksOf(manuscript).map(({ block }) => block.node), ...manuscript.chapters.flatMap(({ notes }) => notes.flatMap(({ children }) => children)),
].flatMap(linksIn).map((link) => `${toString(link)} -> ${String(link.data?.hProperties?.['href'] ?? link.url)}`)

const en1 = '# The Ferry {#ferry}\n\nSee [above](#ferry), [below](#the-price), [there](2.md#the-old-mill) and [out](https://example.org/#x).[^n]\n\n## The Price\n\nTwo coins.\n\n## The Price\n\nThree. [Second](#the-price-1)\n\n[^n]: In [the next](2.md).\n'
const ar1 = '# العبّارة {#ferry}\n\nانظر [أعلاه](#ferry) و[أدناه](#الأجرة) و[هناك](2.md#the-old-mill).[^n]\n\n## الأُجرة\n\nقطعتان.\n\n## الأجرة الثانية\n\nثلاث. [الثانية](1.md#the-price-1)\n\n[^n]: في [التالي](../en/2.md).\n'
const en2 = '# The Old Mill\n\nBack to [it](1.md), to [nothing](#gone) and to [no file](3.md).\n'
const ar2 = '# المطحنة القديمة\n\nعُد [إليها](1.md#ferry).\n'

test('a link leads to the heading that it names, on its own side', async () => {
  const { en, ar } = await linked({ en: [en1, en2], ar: [ar1, ar2] })
  expect(en).toEqual([
    'above -> #en-heading-1', 'below -> #en-heading-2', 'there -> #en-heading-4', 'out -> https://example.org/#x', 'Second -> #en-heading-3',
    'it -> #en-heading-1', 'nothing -> #gone', 'no file -> 3.md', 'the next -> #en-heading-4',
  ])
  // Vowel marks make no other name, and what a translator left in English leads to the place of the same number.
  expect(ar).toEqual([
    'أعلاه -> #ar-heading-1', 'أدناه -> #ar-heading-2', 'هناك -> #ar-heading-4', 'الثانية -> #ar-heading-3', 'إليها -> #ar-heading-1', 'التالي -> #ar-heading-4',
  ])
})

test('what leads nowhere is told of once, with its place', async () => {
  expect((await linked({ en: [en1, en2], ar: [ar1, ar2] })).astray).toEqual(['en/2.md:3 #gone', 'en/2.md:3 3.md'])
})

test('the other language’s name is no use where the sides have not as many headings', async () => {
  const { ar, astray } = await linked({ en: ['# One\n\n## Two\n\nText.\n'], ar: ['# واحد\n\nانظر [هذا](#two).\n'] })
  expect([ar, astray]).toEqual([['هذا -> #two'], ['ar/1.md:3 #two']])
})

test('a link left as the original has it leads to the counterpart of the file that it names there, whatever the translation’s file is called', async () => {
  const { ar, astray } = await linked({ en: ['# One\n\nSee [two](2.md).\n', '# Two\n\n## Deep\n'], ar: ['# واحد\n\nانظر [هذا](2.md) و[هذا](2.md#deep).\n', '# اثنان\n\n## عميق\n'] }, (language, index) => `${language === 'ar' ? 'فصل' : ''}${index + 1}.md`)
  expect([ar, astray]).toEqual([['هذا -> #ar-heading-2', 'هذا -> #ar-heading-3'], []])
})

test('a heading’s name is none of its words, and each word of it is proved', async () => {
  const { body, lost, messages, manuscript } = await reading('# The *old* mill {#mill}\n\nIt stood {#here} still.\n\n## {#bare}\n\nText.\n')
  expect([body, lost, messages]).toEqual([['The old mill', 'It stood {#here} still.', '{#bare}', 'Text.'], [], []])
  const [first] = segmentsOf(manuscript)
  expect(first?.source).toEqual({ from: 2, to: 16 })
})

test('what has no such link is shared with what was given, and what has is made once', async () => {
  const { manuscripts } = await linked({ en: [en1, en2], ar: [ar1, ar2] })
  const again = withLinks(manuscripts)
  expect(again.en.chapters[1]?.blocks[0]).toBe(manuscripts.en.chapters[1]?.blocks[0])
  expect(withLinks(manuscripts).en.chapters[0]?.blocks[1]?.node).toBe(again.en.chapters[0]?.blocks[1]?.node)
})
