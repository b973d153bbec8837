/** EPUBs as trees: what stands in the archive, what each document says of its language and direction, and that every link arrives. */

import { afterEach, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path/posix'
import { h } from 'hastscript'
import { visit } from 'unist-util-visit'
import type { Element, Nodes, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import type { Edition, View } from '../../pipeline/model/edition.ts'
import { writeEpub } from '../../pipeline/writers/epub/index.ts'
import { book, chapter, edition, heading, paragraph, passage } from '../support/edition.ts'
import { arabic, english, epubOf, withBook } from '../support/proved.ts'
import { entriesOf } from '../support/zip.ts'

interface Opened {
  readonly names: string[]
  readonly entries: Awaited<ReturnType<typeof entriesOf>>
  text(name: string): string
  tree(name: string): Root
  /** Spine documents in order, by their names. */
  readonly spine: string[]
}

async function opened(bytes: Uint8Array): Promise<Opened> {
  const entries = await entriesOf(bytes)
  const text = (name: string) => entries.find((entry) => entry.name === `EPUB/${name}`)?.content.toString('utf8') ?? ''
  const tree = (name: string) => fromXml(text(name))
  const opf = tree('package.opf')
  const spine = all(opf, 'itemref').map(({ attributes: { idref } }) => all(opf, 'item').find(({ attributes: { id } }) => id === idref)?.attributes['href'] ?? '')
  return { entries, names: entries.map(({ name }) => name), text, tree, spine }
}

function all(tree: Root | Element, ...names: string[]): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (element) => { if (names.length === 0 || names.includes(element.name)) found.push(element) })
  return found
}
const toString = (node: Nodes): string => (node.type === 'text' ? node.value : 'children' in node ? node.children.map(toString).join('') : '')
const one = (tree: Root | Element, name: string): Element => all(tree, name)[0] ?? missing(name)
const missing = (what: string): never => { throw new Error(`No ${what}`) }
const having = (tree: Root | Element, name: string, value: string): Element[] => all(tree).filter(({ attributes }) => (attributes[name] ?? '').split(' ').includes(value))

const whole = <T>(view: View, use: (epub: Opened) => T | Promise<T>): Promise<T> =>
  withBook({ en: english, ar: arabic }, async (read) => use(await opened(await epubOf(read, view))))

const small = async (made: Edition, of = book) => opened((await writeEpub(made, { name: 'x.epub', book: of })).bytes)

const views = [['en', 'en', 'ltr'], ['ar', 'ar', 'rtl'], ['columns-en', 'en', 'ltr'], ['columns-ar', 'ar', 'rtl']] as const

test('the mimetype comes first, stored, alone and without extras; the manifest lists just what is there', async () => {
  await whole('columns-en', ({ entries: [first, ...rest], tree, names }) => {
    expect([first?.name, first?.method, first?.extra, first?.content.toString()]).toEqual(['mimetype', 0, 0, 'application/epub+zip'])
    expect(rest.every(({ extra }) => extra === 0)).toBe(true)
    const listed = all(tree('package.opf'), 'item').map(({ attributes: { href } }) => `EPUB/${decodeURI(href ?? '')}`)
    expect([...listed].sort()).toEqual(names.filter((name) => !['mimetype', 'META-INF/container.xml', 'EPUB/package.opf'].includes(name)).sort())
    expect(new Set(names).size).toBe(names.length)
  })
})

test.each(views)('%s has one root direction, and every document and block says its own', async (view, language, direction) => {
  await whole(view, ({ tree, spine }) => {
    const opf = tree('package.opf')
    expect(one(opf, 'spine').attributes['page-progression-direction']).toBe(direction)
    expect(toString(one(opf, 'dc:language'))).toBe(language)
    for (const file of spine) {
      const document = tree(file)
      for (const element of [one(document, 'html'), one(document, 'body')]) {
        expect([file, element.attributes['lang'], element.attributes['xml:lang'], element.attributes['dir']]).toEqual([file, language, language, direction])
      }
      for (const block of all(one(document, 'body'), 'section', 'nav', 'aside', 'p', 'h1', 'h2', 'ul', 'ol', 'li', 'table', 'th', 'td', 'figure', 'figcaption', 'blockquote', 'div')) {
        if (file === 'nav.xhtml' && (block.name === 'ol' || block.name === 'li')) continue
        // A passage holds both languages.
        if (block.attributes['class']?.includes('passage')) continue
        expect([file, block.name, block.attributes['lang'], block.attributes['xml:lang'], block.attributes['dir']].join(' ')).toMatch(/ (en en ltr|ar ar rtl)$/)
      }
    }
  })
})

test('text stands under its own language, Arabic never under English', async () => {
  await whole('columns-en', ({ tree, spine }) => {
    const sides = spine.flatMap((file) => having(tree(file), 'class', 'segment').map((segment) => segment.attributes['id'] ?? ''))
    expect(sides.length).toBeGreaterThan(50)
    for (const file of spine) {
      for (const side of having(tree(file), 'class', 'side')) {
        const ids = having(side, 'class', 'segment').map(({ attributes: { id } }) => id?.slice(0, 2))
        expect([...new Set(ids)].join()).toMatch(new RegExp(`^(${side.attributes['lang']})?$`))
      }
    }
  })
})

test.each(views.map(([view]) => view))('every link, picture and style of %s arrives, and no id stands twice in a document', async (view) => {
  await whole(view, ({ tree, spine, names }) => {
    const ids = new Set<string>()
    for (const file of spine) {
      const own = all(tree(file)).flatMap(({ attributes: { id } }) => id ?? [])
      expect(new Set(own).size).toBe(own.length)
      for (const id of own) ids.add(`${file}#${id}`)
    }
    const targets = spine.flatMap((file) => all(tree(file), 'a', 'img', 'link').map(({ attributes: { href, src } }) => {
      const [path = '', id] = (href ?? src ?? '').split('#')
      return `${path === '' ? file : join(dirname(file), path)}${id === undefined ? '' : `#${id}`}`
    }))
    expect(targets.length).toBeGreaterThan(12)
    expect(targets.filter((target) => !ids.has(target) && !names.includes(`EPUB/${target}`))).toEqual([])
  })
})

test('a note is called, stands as a footnote of its language, and leads back; readers old and new know it', async () => {
  await whole('columns-en', ({ tree }) => {
    const document = tree('en-chapter-1.xhtml')
    for (const language of ['en', 'ar']) {
      const [call = missing('call')] = having(document, 'role', 'doc-noteref').filter(({ attributes: { href } }) => href === `#${language}-chapter-1-note-1`)
      expect([call.attributes['epub:type'], toString(call)]).toEqual(['noteref', language === 'en' ? '1' : '١'])
      const [note = missing('note')] = having(document, 'id', `${language}-chapter-1-note-1`)
      expect([note.name, note.attributes['role'], note.attributes['epub:type'], note.attributes['lang']]).toEqual(['aside', 'doc-footnote', 'footnote', language])
      const [back = missing('way back')] = having(note, 'role', 'doc-backlink')
      expect([back.attributes['epub:type'], back.attributes['href']]).toEqual(['backlink', `#${call.attributes['id']}`])
      expect(back.attributes['aria-label']).toBe(language === 'en' ? 'Back to the text of note 1' : 'العودة إلى موضع الحاشية ١ في المتن')
    }
  })
})

test('a note that nothing calls has no way back', async () => {
  await withBook({ en: '# A\n\nWords.\n\n[^x]: Never called.\n', ar: '# أ\n\nكلمات.\n' }, async (read) => {
    const document = (await opened(await epubOf(read, 'en'))).tree('en-chapter-1.xhtml')
    expect(having(document, 'role', 'doc-footnote').map((note) => toString(note).trim())).toEqual(['1 Never called.'])
    expect(having(document, 'role', 'doc-backlink')).toEqual([])
  })
})

test('pictures carry their description in the language beside them, tables their headers, verse its hemistichs', async () => {
  await whole('columns-en', ({ tree, text }) => {
    const document = tree('en-chapter-1.xhtml')
    expect(all(document, 'figure').map((figure) => [figure.attributes['lang'], one(figure, 'img').attributes['alt'], one(figure, 'img').attributes['title']])).toEqual([
      ['en', 'A round tower on a rock', undefined], ['ar', 'برج مستدير على صخرة', undefined],
    ])
    expect(all(document, 'th').map(({ attributes: { scope } }) => scope)).toEqual(Array.from({ length: 6 }, () => 'col'))
    expect(all(document, 'table').map((table) => all(table, 'tr').map((row) => all(row, 'td', 'th').length))).toEqual([[3, 3, 3], [3, 3, 3]])
    expect(having(document, 'class', 'verse-line').map((line) => `${line.attributes['lang']} ${having(line, 'class', 'hemistich').length} ${having(line, 'class', 'bayt').length}`)).toEqual(['en 1 0', 'en 1 0', 'ar 2 1'])
    expect(text('media/tower.svg')).toContain('<circle')
  })
})

test('documents read the same as XML and as HTML: void elements are closed, empty ones are not', async () => {
  await whole('columns-en', ({ text, spine }) => {
    const everything = spine.map(text).join('\n')
    expect(everything).toMatch(/<td [^>]*><\/td>/)
    expect(everything.match(/<(?:br|img|link)\b(?:(?!\/>)[^>])*>(?!\/)/g)?.filter((tag) => !tag.endsWith('/>')) ?? []).toEqual([])
    expect(everything).not.toMatch(/<\/(?:br|img|link|hr)>/)
    expect(everything.match(/<(?!br|img|link|hr|col|wbr)[a-z1-6]+\b[^>]*\/>/g)).toBeNull()
  })
})

const bilingualBook = () => edition('columns-en',
  { ...chapter('about', { en: 'About', ar: 'عن الكتاب' }, passage(['en', paragraph('en', 'Of <potters> & kilns.')], ['ar', paragraph('ar', 'عن الخزّافين.')])), role: 'about' },
  chapter('one', { en: 'Clay', ar: 'الطين' }, passage(['en', heading('en', 'Clay')], ['ar', heading('ar', 'الطين')])),
  chapter('two', { en: 'Fire' }, passage(['en', heading('en', 'Fire')])))

test('the contents name each chapter in both languages, each line in its direction, for new readers and old', async () => {
  const { tree, spine } = await small(bilingualBook())
  expect(spine).toEqual(['title-page.xhtml', 'nav.xhtml', 'about.xhtml', 'one.xhtml', 'two.xhtml'])
  const [contents = missing('contents')] = having(tree('nav.xhtml'), 'epub:type', 'toc')
  expect(all(contents, 'a').map((link) => [link.attributes['href'], ...all(link, 'span').map((line) => `${line.attributes['dir']} ${toString(line)}`)])).toEqual([
    ['about.xhtml', 'ltr About', 'rtl عن الكتاب'], ['one.xhtml', 'ltr Clay', 'rtl الطين'], ['two.xhtml', 'ltr Fire'],
  ])
  expect(all(tree('toc.ncx'), 'navPoint').map((point) => [toString(one(point, 'text')), one(point, 'content').attributes['src'], point.attributes['playOrder']])).toEqual([
    ['About · عن الكتاب', 'about.xhtml', '1'], ['Clay · الطين', 'one.xhtml', '2'], ['Fire', 'two.xhtml', '3'],
  ])
})

test('a picture of the text may be called as the cover is', async () => {
  const root = mkdtempSync(join(tmpdir(), 'tawazi-epub-'))
  writeFileSync(join(root, 'cover.png'), Buffer.from('\u0089PNG\r\n', 'latin1'))
  const made = edition('en', chapter('one', { en: 'Clay' }, paragraph('en', h('img', { src: 'cover.png', alt: 'A cover.' }))))
  const { tree } = await opened((await writeEpub(made, { name: 'x.epub', book: { ...book, root }, cover: { type: 'image/jpeg', bytes: Buffer.from('\u00FF\u00D8\u00FF', 'latin1') } })).bytes)
  const { tree: again } = await opened((await writeEpub(made, { name: 'x.epub', book: { ...book, root }, cover: { type: 'image/png', bytes: Buffer.of(0) } })).bytes)
  rmSync(root, { recursive: true })
  const pictures = (opf: Root) => all(opf, 'item').flatMap(({ attributes: { href, properties } }) => (href?.startsWith('media/') ? [`${href} ${properties ?? ''}`.trim()] : []))
  expect(pictures(tree('package.opf'))).toEqual(['media/cover.jpg cover-image', 'media/cover.png'])
  expect(pictures(again('package.opf'))).toEqual(['media/front-cover.png cover-image', 'media/cover.png'])
})

test('each landmark is there once, in the language of the book', async () => {
  const landmarks = async (view: View, cover?: { type: string; bytes: Uint8Array }) => {
    const made = edition(view, chapter('one', { en: 'Clay', ar: 'الطين' }, paragraph(view === 'ar' ? 'ar' : 'en', '')))
    const { tree } = await opened((await writeEpub(made, { name: 'x.epub', book, ...(cover && { cover }) })).bytes)
    const [nav = missing('landmarks')] = having(tree('nav.xhtml'), 'epub:type', 'landmarks')
    return all(nav, 'a').map((link) => `${link.attributes['epub:type']} ${link.attributes['href']} ${toString(link)}`)
  }
  expect(await landmarks('en', { type: 'image/png', bytes: Buffer.of(0) })).toEqual(['cover cover.xhtml Cover', 'titlepage title-page.xhtml Title page', 'toc nav.xhtml Contents', 'bodymatter one.xhtml Text'])
  expect(await landmarks('ar')).toEqual(['titlepage title-page.xhtml صفحة العنوان', 'toc nav.xhtml المحتويات', 'bodymatter one.xhtml النص'])
})

const imprint = {
  ...bilingualBook().imprint,
  subtitle: { en: 'A handbook', ar: undefined },
  creators: [{ role: 'author', name: { en: 'Ines Harb', ar: 'إيناس حرب' } }, { role: 'translator', name: { en: 'Tom Reed', ar: 'Tom Reed' } }],
  publisher: { en: 'Kiln Press', ar: 'دار الأتون' }, rights: { en: 'All rights reserved.', ar: 'جميع الحقوق محفوظة.' }, isbn: '978-1-4028-9462-6',
}

/** What the package says, `property lang dir value` and what it refines. */
const said = (opf: Root) => all(one(opf, 'metadata')).slice(1).flatMap((element) => {
  const { property, name, refines, dir } = element.attributes
  return name === 'cover' ? [] : [[refines, property ?? element.name, element.attributes['xml:lang'], dir, toString(element)].filter(Boolean).join(' ')]
})

test('the package names the book in both languages', async () => {
  const described = { ...book, description: { en: 'How a kiln is built.', ar: 'كيف يُبنى أتون.' } }
  const { tree } = await small({ ...bilingualBook(), imprint }, described)
  const facts = said(tree('package.opf'))
  expect(facts[0]).toMatch(/^dc:identifier urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5/)
  expect(facts.slice(1, facts.findIndex((fact) => fact.startsWith('schema:')))).toEqual([
    'dc:identifier urn:isbn:9781402894626',
    'dc:title en ltr The Kiln', '#title title-type main', '#title alternate-script ar rtl الأتون',
    'dc:title en ltr A handbook', '#subtitle title-type subtitle',
    'dc:language en', 'dc:language ar',
    'dc:creator en ltr Ines Harb', '#creator-1 role aut', '#creator-1 alternate-script ar rtl إيناس حرب',
    'dc:contributor en ltr Tom Reed', '#creator-2 role trl',
    'dc:publisher en ltr Kiln Press', '#publisher alternate-script ar rtl دار الأتون',
    'dc:description en ltr How a kiln is built.', 'dc:description ar rtl كيف يُبنى أتون.',
    'dc:rights en ltr All rights reserved.', 'dc:rights ar rtl جميع الحقوق محفوظة.',
    'dc:date 2020-07-01', 'dcterms:modified 2020-07-01T00:00:00Z',
  ])
})

test('identifiers differ by edition and stay what they are', async () => {
  const identifier = async (view: View) => toString(one((await small(edition(view))).tree('package.opf'), 'dc:identifier'))
  const [en, ar, columns, again] = await Promise.all((['en', 'ar', 'columns-en', 'en'] as const).map(identifier))
  expect(new Set([en, ar, columns]).size).toBe(3)
  expect(again).toBe(en)
})

test('the package promises what the book keeps: pictures described, notes, languages', async () => {
  const promises = async (made: Edition | View) => {
    const opf = typeof made === 'string' ? await whole(made, ({ tree }) => tree('package.opf')) : (await small(made)).tree('package.opf')
    return said(opf).filter((fact) => fact.startsWith('schema:')).map((fact) => fact.slice(7))
  }
  const full = await promises('columns-en')
  expect(full).toEqual(expect.arrayContaining(['accessMode textual', 'accessMode visual', 'accessModeSufficient textual', 'accessibilityFeature alternativeText', 'accessibilityHazard none']))
  expect(full.filter((fact) => fact.startsWith('accessibilitySummary')).map((fact) => fact.slice(0, 28))).toEqual(['accessibilitySummary en ltr ', 'accessibilitySummary ar rtl '])
  expect(full.join('\n')).toMatch(/Notes lead.*English and Arabic.*Pictures are/)
  const plain = (await promises(edition('en', chapter('one', { en: 'Clay' }, paragraph('en', 'Clay.'))))).join('\n')
  expect(plain).not.toMatch(/visual|alternativeText|Notes|Arabic|Pictures|ar rtl/)
})

test('a picture without words is not promised to be described', async () => {
  await withBook({ en: '# A\n\n![](tower.svg)\n\nWords.\n', ar: '# أ\n\nكلمات.\n' }, async (read) => {
    const facts = said((await opened(await epubOf(read, 'en'))).tree('package.opf')).join('\n')
    expect(facts).toContain('schema:accessModeSufficient textual,visual')
    expect(facts).not.toMatch(/alternativeText|Pictures/)
  })
})

const fontsOf = (epub: Opened) => epub.names.filter((name) => name.endsWith('.woff2')).map((name) => name.replace(/.*\/(.*)\.woff2/, '$1'))

test('an EPUB carries the faces it shows text in, and no others', async () => {
  const en = (...children: Parameters<typeof paragraph>[1][]) => small(edition('en', chapter('one', {}, ...children.map((child) => paragraph('en', child)))))
  expect(fontsOf(await en('Plain words, 1999.'))).toEqual(['eb-garamond-latin-400-normal'])
  expect(fontsOf(await en(h('em', 'Slanted.')))).toEqual(['eb-garamond-latin-400-normal', 'eb-garamond-latin-400-italic'])
  expect(fontsOf(await en(h('strong', 'Bold.'), 'ā'))).toEqual(['eb-garamond-latin-400-normal', 'eb-garamond-latin-700-normal', 'eb-garamond-latin-ext-400-normal'])
  expect(fontsOf(await en(h('strong', h('em', 'Both.'))))).toEqual(['eb-garamond-latin-400-normal', 'eb-garamond-latin-700-italic'])
  expect(fontsOf(await en(h('bdi', { lang: 'ar', dir: 'rtl' }, 'نور')))).toEqual(['eb-garamond-latin-400-normal', 'amiri-arabic-400-normal'])
  const ar = async (...children: Parameters<typeof paragraph>[1][]) => fontsOf(await small(edition('ar', chapter('one', {}, ...children.map((child) => paragraph('ar', child))))))
  // The title and the heading of the contents are bold.
  const plain = ['amiri-arabic-400-normal', 'amiri-arabic-700-normal', 'amiri-latin-400-normal']
  expect((await ar('كلمات، ١٩٩٩.')).filter((name) => !plain.includes(name)).filter((name) => name !== 'amiri-latin-700-normal')).toEqual([])
  expect(await ar('كلمة ', h('bdi', { dir: 'ltr' }, 'Latin'))).toContain('eb-garamond-latin-400-normal')
  expect(await ar(h('em', 'عنوان ', h('bdi', { dir: 'ltr' }, 'Title')))).toContain('eb-garamond-latin-400-italic')
})

test('the style sheet asks for the faces that are there, and their licences travel with them', async () => {
  await whole('columns-en', (epub) => {
    const css = epub.text('styles/book.css')
    const asked = [...css.matchAll(/url\("\.\.\/fonts\/([^"]+)\.woff2"\)/g)].map(([, name = '']) => name)
    expect([...new Set(asked)].sort()).toEqual(fontsOf(epub).sort())
    expect(css.match(/(?<![-\w])direction\s*:|unicode-bidi|url\((?!"\.\.\/fonts)/g)).toBeNull()
    expect(epub.names.filter((name) => name.endsWith('OFL.txt'))).toEqual(['EPUB/fonts/eb-garamond-OFL.txt', 'EPUB/fonts/amiri-OFL.txt'])
    expect(epub.text('fonts/amiri-OFL.txt')).toMatch(/SIL OPEN FONT LICENSE/i)
  })
})

const { TZ } = process.env
afterEach(() => {
  if (TZ === undefined) delete process.env['TZ']
  else process.env['TZ'] = TZ
})

test('the same book gives the same bytes in every time zone and folder', async () => {
  const bytes = async (zone: string) => {
    process.env['TZ'] = zone
    return withBook({ en: english, ar: arabic }, (read) => epubOf(read, 'columns-en'))
  }
  const tokyo = await bytes('Asia/Tokyo')
  expect(Buffer.from(await bytes('America/St_Johns')).equals(Buffer.from(tokyo))).toBe(true)
})

test('Arabic lists are numbered in the digits of the book', async () => {
  const made = edition('ar', chapter('one', {}, paragraph('ar', 'كلمة')))
  const digits = async (ar: 'arab' | 'latn') => one((await small(made, { ...book, digits: { ar } })).tree('one.xhtml'), 'body').attributes['class']
  expect([await digits('arab'), await digits('latn')]).toEqual(['digits-arab', 'digits-latn'])
})

test('a book may leave its faces out', async () => {
  const made = edition('en', chapter('one', {}, paragraph('en', 'Words.')))
  const epub = await small(made, { ...book, epub: { ...book.epub, fonts: false } })
  expect(epub.names.filter((name) => name.includes('/fonts/'))).toEqual([])
  expect(epub.text('styles/book.css')).not.toContain('@font-face')
})

test('conformance is claimed in the words of the standard, and only where someone signs it', async () => {
  const made = edition('ar', chapter('one', {}, paragraph('ar', 'كلمة')))
  const claims = async (accessibility: typeof book.epub.accessibility) =>
    said((await small(made, { ...book, epub: { ...book.epub, accessibility } })).tree('package.opf')).filter((fact) => /conformsTo|certifiedBy/.test(fact))
  expect(await claims(undefined)).toEqual([])
  expect(await claims({ conforms: 'wcag-2.2-aa', certifier: { en: 'Kiln Press', ar: 'دار الأتون' } })).toEqual([
    'dcterms:conformsTo EPUB Accessibility 1.1 - WCAG 2.2 Level AA', '#conformance a11y:certifiedBy ar rtl دار الأتون',
  ])
})

test('the sign of a note and the way back of a very short one stand for themselves', async () => {
  await withBook({ en: '# A\n\nIn 1999[^1].\n\n[^1]: No.\n', ar: '# أ\n\nعام ١٩٩٩[^1].\n\n[^1]: لا.\n' }, async (read) => {
    const document = (await opened(await epubOf(read, 'columns-ar'))).tree('ar-chapter-1.xhtml')
    expect(having(document, 'role', 'doc-noteref').map(({ attributes }) => attributes['dir']).sort()).toEqual(['ltr', 'rtl'])
    expect(having(document, 'role', 'doc-footnote').map((note) => toString(note).trim()).sort()).toEqual(['1 No.\u00A0↑ Return', '١ لا.\u00A0↑ العودة'])
  })
})
