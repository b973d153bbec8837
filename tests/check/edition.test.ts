/** The proof that nothing is lost: editions with a fault put in by hand, in every kind of edition, and books that have none. */

import { expect, test } from '@jest/globals'
import type { View } from '../../pipeline/model/edition.ts'
import { arabic, english, epubOf, faultsOf, printedHtml, withBook, type Read } from '../support/proved.ts'
import { unzipped, zipped } from '../support/zip.ts'

type Mutation = readonly [name: string, change: (html: string) => string, expected: string]

/** A whole sentence with its marks, by a word in it. */
const sentence = (word: string) => new RegExp(`<span id="[a-z]+-\\d+" class="segment">(?:(?!</span>)[^])*?${word}(?:(?!</span>)[^])*?</span>`)
/** A note by a word in it. */
const note = (word: string) => new RegExp(`<aside(?:(?!</aside>)[^])*?${word}[^]*?</aside>`)
const once = (from: string | RegExp, to: string) => (html: string) => html.replace(from, to)
/** Letters with the soft hyphens that may stand between them. */
const soft = (word: string) => new RegExp([...word].join('\u00AD?'))

const inEnglish: Mutation[] = [
  ['a word dropped', once(' dusk.', '.'), 'lost-word dusk'],
  ['two words exchanged', once('at dusk.', 'dusk at.'), 'lost-word at'],
  ['a word changed', once('lit the', 'lit a'), 'lost-word the'],
  ['a word put in', once('lit the', 'lit up the'), 'repeated-word up'],
  ['a word cut in two', once('keeper', 'kee per'), 'lost-word keeper'],
  ['a sentence twice', (html) => html.replace(sentence('lit'), (whole) => `${whole} ${whole}`), 'repeated-word The'],
  ['a sentence twice, the second time outside of any segment', (html) => html.replace(sentence('lit'), (whole) => `${whole} ${whole.replaceAll(/<[^>]*>/g, '')}`), 'repeated-word The'],
  ['a sentence twice, the second time under no name', (html) => html.replace(sentence('lit'), (whole) => `${whole} ${whole.replace(/id="[^"]*"/, '')}`), 'repeated-word The'],
  ['a sentence hidden', once(/class="segment">The keeper/, 'class="segment" hidden="">The keeper'), 'lost-word The'],
  ['a stop dropped', once('at dusk.', 'at dusk'), 'lost-word .'],
  ['a currency sign dropped', once('£', ''), 'lost-word £'],
  ['an emoji dropped', once('🕯️', ''), 'lost-word 🕯'],
  ['a superscript flattened', once('mc²', 'mc2'), 'lost-word mc²'],
  ['a digit changed', once('1,250', '1,260'), 'lost-word 250'],
  ['a note dropped', once(note('paraffin'), ''), 'note en-'],
  ['a note\'s last item dropped', once(/<li[^>]*><span[^>]*>those who waited[^]*?<\/li>/, ''), 'lost-word those'],
  ['a note twice', (html) => html.replace(note('Except'), (whole) => whole + whole), 'repeated-word Except'],
  ['a note reference dropped', once(/<a class="note-reference" id="en[^]*?<\/a>/, ''), 'note en-'],
  ['a note reference to another note', once(/href="#en-chapter-1-note-1"/, 'href="#en-chapter-1-note-2"'), 'note en-'],
  ['a note reference to nowhere', once(/href="#en-chapter-1-note-1"/, 'href="#en-chapter-1-note-9"'), 'note en-'],
  ['a way back dropped', once(/<a class="note-back[^>]*href="#en[^]*?<\/a>/, ''), 'note en-'],
  ['a way back to nowhere', once('href="#en-chapter-1-ref-1"', 'href="#nowhere"'), 'note en-'],
  ['a caption dropped', once(/<figcaption lang="en"[^]*?<\/figcaption>/, ''), 'lost-word The'],
  ['an alternative text dropped', once(' alt="A round tower on a rock"', ''), 'picture A round tower on a rock'],
  ['an alternative text shortened', once('tower on a rock"', 'tower"'), 'picture A round tower on a rock'],
  ['a picture dropped', once(/<img[^>]*A round[^>]*>/, ''), 'picture A round tower on a rock'],
  ['a table cell dropped with its words', once(/<td[^>]*><span[^>]*>calm<\/span><\/td>/, ''), 'table '],
  ['an empty table cell dropped', once(/<td[^>]*lang="en"[^>]*><\/td>/, ''), 'table '],
  ['two table cells exchanged', (html) => html.replace('>calm<', '>§<').replace('>first<', '>calm<').replace('>§<', '>first<'), 'lost-word first'],
  ['a row dropped', once(/<tr>(?:(?!<\/tr>)[^])*calm[^]*?<\/tr>/, ''), 'lost-word first'],
  ['a line of verse dropped', once(sentence('chair\\.'), ''), 'lost-word and'],
  ['code dropped', once('--on 7', ''), 'lost-word -'],
  ['English marked as Arabic', once(/<p lang="en" dir="ltr"([^>]*)>(?=<span[^>]*>The keeper)/, '<p lang="ar" dir="rtl"$1>'), 'lost-word The'],
]

const inArabic: Mutation[] = [
  ['a word dropped', once('عند الغسق', 'عند'), 'lost-word الغسق'],
  ['two words exchanged', once('عند الغسق', 'الغسق عند'), 'lost-word عند'],
  ['a vowel mark dropped', once('الحارسُ', 'الحارس'), 'lost-word الحارسُ'],
  ['a comma dropped', once('٥٫٣٠،', '٥٫٣٠'), 'lost-word ،'],
  ['a sentence twice', (html) => html.replace(sentence('أوقد'), (whole) => `${whole} ${whole}`), 'repeated-word أوقد'],
  ['a digit changed', once('١٬٢٥٠', '١٬٢٦٠'), 'lost-word 250'],
  ['a note dropped', once(note('الكيروسين'), ''), 'note ar-'],
  ['a note reference dropped', once(/<a class="note-reference" id="ar[^]*?<\/a>/, ''), 'note ar-'],
  ['a caption dropped', once(/<figcaption lang="ar"[^]*?<\/figcaption>/, ''), 'lost-word البرج'],
  ['an alternative text dropped', once(' alt="برج مستدير على صخرة"', ''), 'picture برج مستدير على صخرة'],
  ['a table cell dropped', once(/<td[^>]*><span[^>]*>هادئة<\/span><\/td>/, ''), 'table '],
  ['a hemistich dropped', once(sentence('المَقاعِدِ'), ''), 'lost-word وَأَلْقى'],
  ['two hemistichs exchanged', (html) => html.replace(/(<span class="hemistich"><span id="ar[^]*?<\/span><\/span>) (<span class="hemistich"><span id="ar[^]*?<\/span><\/span>)/, '$2 $1'), 'lost-word صَعِدَ'],
  ['a Latin run dropped', once('light', ''), 'lost-word light'],
]

/** Texts of an archive; faces and pictures, of which the proof reads nothing, stay behind. */
const textsOf = async (bytes: Uint8Array): Promise<Map<string, Buffer>> =>
  new Map([...await unzipped(bytes)].filter(([name]) => /\.(?:xml|opf|xhtml)$/.test(name)))

/** An archive whose every chapter is changed by hand. */
function inChapters(texts: ReadonlyMap<string, Buffer>, change: (html: string) => string): Promise<Uint8Array> {
  return zipped(new Map([...texts].map(([name, content]) =>
    [name, /chapter-\d+\.xhtml$/.test(name) ? Buffer.from(change(content.toString('utf8'))) : content])))
}

/** The hyphens that may break a line stand where they are; a word to be found is found with them. */
const withoutSoft = (html: string) => html.replaceAll('\u00AD', '')

const views = [['en', ['en']], ['ar', ['ar']], ['columns-en', ['en', 'ar']], ['columns-ar', ['ar', 'en']], ['facing-en', ['en', 'ar']], ['interlinear-ar', ['ar', 'en']]] as const

test.each(views)('the whole book stands in %s, printed and as an EPUB', async (view, languages) => {
  await withBook({ en: english, ar: arabic }, async (read) => {
    const html = printedHtml(read, view)
    if (view === 'en') expect(html).toMatch(/ex\u00AD?tra\u00ADor/)
    expect(await faultsOf(read, languages, html)).toEqual([])
    expect(await faultsOf(read, languages, await epubOf(read, view))).toEqual([])
  })
})

async function expectFound(read: Read, view: View, languages: readonly ('en' | 'ar')[], mutations: readonly Mutation[]) {
  const html = withoutSoft(printedHtml(read, view))
  const texts = await textsOf(await epubOf(read, view))
  for (const [name, change, expected] of mutations) {
    expect([name, change(html) === html]).toEqual([name, false])
    expect([view, 'pdf', name, await faultsOf(read, languages, change(html))]).toEqual([view, 'pdf', name, expect.arrayContaining([expect.stringContaining(expected)])])
    expect([view, 'epub', name, await faultsOf(read, languages, await inChapters(texts, change))]).toEqual([view, 'epub', name, expect.arrayContaining([expect.stringContaining(expected)])])
  }
}

test.each(views.filter(([view]) => view !== 'ar'))('every fault of the English is found in %s, printed and as an EPUB', async (view, languages) => {
  await withBook({ en: english, ar: arabic }, (read) => expectFound(read, view, languages, inEnglish))
}, 60_000)

test.each(views.filter(([view]) => view !== 'en'))('every fault of the Arabic is found in %s, printed and as an EPUB', async (view, languages) => {
  await withBook({ en: english, ar: arabic }, (read) => expectFound(read, view, languages, inArabic))
}, 60_000)

test('soft hyphens in the print are no part of a word, but a letter lost beside one is found', async () => {
  await withBook({ en: english, ar: arabic }, async (read) => {
    const html = printedHtml(read, 'en')
    expect(await faultsOf(read, ['en'], html.replace(soft('extraordinary'), 'extraordinar'))).toEqual(['lost-word extraordinary'])
  })
})

const twoChapters = `${english.replace('## The storm', '# The storm')}`

test('chapters that the spine lacks, repeats or exchanges are found', async () => {
  await withBook({ en: twoChapters, ar: arabic }, async (read) => {
    const epub = await epubOf(read, 'en')
    const spine = async (change: (items: string[]) => string[]) => {
      const files = await unzipped(epub)
      const opf = (files.get('EPUB/package.opf') ?? Buffer.of()).toString('utf8')
      const items = opf.match(/<itemref [^>]*>(?:<\/itemref>)?/g) ?? []
      files.set('EPUB/package.opf', Buffer.from(opf.replace(items.join(''), change(items).join(''))))
      return faultsOf(read, ['en'], await zipped(files))
    }
    expect(await spine((items) => items)).toEqual([])
    expect(await spine((items) => items.slice(0, -1))).toContain('lost-word The')
    expect(await spine((items) => [...items, items.at(-1) ?? ''])).toContain('repeated-word The')
    expect(await spine((items) => [...items.slice(0, -2), ...items.slice(-2).reverse()])).toContain('lost-word The')
  })
})

test('an edition in one language that carries words of the other is at fault', async () => {
  await withBook({ en: english, ar: arabic }, async (read) => {
    expect(await faultsOf(read, ['en'], printedHtml(read, 'columns-en'))).toEqual(['repeated-word بيت', 'repeated-word زيت', 'note ar-2'])
  })
})

const hard: [string, string, string][] = [
  ['vocalised Arabic and Qur\'anic marks', 'In the name.', '﴿بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ﴾ ۝ وصلّى ﷺ. والحـــمد.'],
  ['numbers of both families', '1,234.5 % of 12/07/1999, 3–4, −5 °C, 07:30, §2.1.', '١٬٢٣٤٫٥٪ من 12/07/1999، و3–4، و−5 °C، و07:30، و2.1، و25%.'],
  ['right to left within left to right and back', 'He wrote «كتاب Kitāb 12 جزءًا» twice.', 'كتب Title (عنوان, v. 2.0) إلى a@b.example عن https://a.example/x_y?z=1 و«MAP-17/b».'],
  ['emoji of many parts', 'A family 👨‍👩‍👧‍👦, a flag 🇱🇧, a hand 👋🏽 and a key 1️⃣.', 'عائلة 👨‍👩‍👧‍👦 وعلم 🇱🇧 ويد 👋🏽 ومفتاح 1️⃣.'],
  ['letters with loose marks and ligatures', 'cafe\u0301, ﬂow, x₂, H₂O, 10⁻³, Ångström.', 'ﻻ وﷲ وأ\u0655 ولا\u200C لا.'],
  ['markup in a word, breaks and entities', 'un**believ**able  \nnew &amp; &lt;tag&gt; *one* `two  three`', 'كـ**تـاب**ي  \nجديد &amp; `a = b`'],
  ['soft hyphens, joiners and marks of direction', 'co\u00ADoper\u00ADate\u200B, no\u2060break, \u200Eleft.', 'مي\u200Dم و\u200Fنون و\u061Cجيم.'],
  ['lists, quotes and tables in each other', '1. one\n   > two[^n]\n   > - three\n\n| a | b |\n|---|---|\n| c |\n| d | e |\n\n[^n]: four\n\n    five', '1. واحد\n   > اثنان[^n]\n   > - ثلاثة\n\n| أ | ب |\n|---|---|\n| ج |\n| د | هـ |\n\n[^n]: أربعة\n\n    خمسة'],
  ['notes in headings, cells, notes and alone', '## Head[^a]\n\nText.[^b][^a]\n\n| c[^b] |\n|---|\n| d |\n\n[^a]: One[^b].\n[^b]: Two.\n[^c]: Never called.', '## رأس[^a]\n\nنص[^b][^a].\n\n| ج[^b] |\n|---|\n| د |\n\n[^a]: واحد[^b].\n[^b]: اثنان.\n[^c]: لم تُنادَ.'],
  ['pictures in lines, cells and notes', 'See ![a mark](tower.svg "A title.") here.[^p]\n\n| ![in a cell](tower.svg) | x |\n|---|---|\n\n[^p]: ![in a note](tower.svg) and words.', 'انظر ![علامة](tower.svg "عنوان.") هنا[^p].\n\n| ![في خلية](tower.svg) | س |\n|---|---|\n\n[^p]: ![في حاشية](tower.svg) وكلمات.'],
]

test.each(hard)('%s are whole in every edition', async (_name, en, ar) => {
  await withBook({ en: `# One\n\n${en}\n`, ar: `# واحد\n\n${ar}\n` }, async (read) => {
    for (const [view, languages] of views) {
      expect([view, await faultsOf(read, languages, printedHtml(read, view))]).toEqual([view, []])
      expect([view, await faultsOf(read, languages, await epubOf(read, view))]).toEqual([view, []])
    }
  })
})
