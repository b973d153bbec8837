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
  /** `file:line:column link` of those that lead nowhere. */
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
      astray: linkFaults(manuscripts).map(({ place, values }) => `${place?.file}:${place?.line}:${place?.column} ${values?.['link']}`),
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
  expect((await linked({ en: [en1, en2], ar: [ar1, ar2] })).astray).toEqual(['en/2.md:3:24 #gone', 'en/2.md:3:48 3.md'])
})

test('a link that goes on over two sentences and a line end is told of once, where it begins', async () => {
  expect((await linked({ en: ['# One\n\nFirst comes this.\nThen *see [that. And\nthis](#gone)*, too.\n'], ar: ['# واحد\n'] })).astray).toEqual(['en/1.md:4:11 #gone'])
})

test('the other language’s name is no use where the sides have not as many headings', async () => {
  const { ar, astray } = await linked({ en: ['# One\n\n## Two\n\nText.\n'], ar: ['# واحد\n\nانظر [هذا](#two).\n'] })
  expect([ar, astray]).toEqual([['هذا -> #two'], ['ar/1.md:3:6 #two']])
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

test('a link by a name that nothing defines is told of where it stands, plain brackets are none', async () => {
  const text = [
    '# One', 'Plain [sic], [1], [1][2], \\[a][b], `[a][b]`, [this][here] and [that][].',
    'Go on to [the\n*old* mill][mill], or [back][]; a note [of][^n] it.', '> | [x][y] |\n> |---|\n> | z |', '[here]: https://example.org/', '[that]: https://example.org/',
  ].join('\n\n')
  const { all, lost } = await reading(`${text}\n`)
  expect(all.filter(({ rule }) => rule === 'reading/link-undefined').map(({ place, values }) => `${place?.line}:${place?.column} ${values?.['label']}`)).toEqual(['5:10 mill', '6:23 back', '8:5 y'])
  expect(lost).toEqual([])
})
