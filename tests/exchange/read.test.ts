/** Files as other programs write them, and files that are broken or meant to harm. */

import { describe, expect, test } from '@jest/globals'
import { readExchange } from '../../pipeline/exchange/read/index.ts'
import { mostBytes } from '../../pipeline/exchange/read/xml.ts'
import { markdownOf, plainOf } from '../../pipeline/exchange/run.ts'

const read = (text: string | Uint8Array) => readExchange(typeof text === 'string' ? Buffer.from(text) : text, 'back.xml')

const shown = (text: string | Uint8Array) => read(text).units.map(({ en, ar, isApproved }) => `${en ? plainOf(en) : '—'} | ${ar ? plainOf(ar) : '—'}${isApproved ? ' ✓' : ''}`)

describe('tables', () => {
  test.each([
    ['a spreadsheet’s, its columns named', 'no;ar-EG;en\r\n1;"قال: ""نعم""";"One;\r\ntwo"\r\n2;;Three', ['One;\r\ntwo | قال: "نعم"', 'Three | —']],
    ['what a spreadsheet would run', '\uFEFFnote,en,ar\r\nx,\'=1+1,‏=1+1\r\n', ['=1+1 | ‏=1+1']],
    ['an aligner’s, in which speech is not quoted', '"Yes," he said.\tقال: نعم.\nOn.\tإلى الأمام.\n', ['"Yes," he said. | قال: نعم.', 'On. | إلى الأمام.']],
    ['Arabic first', 'نعم.\tYes.\n', ['Yes. | نعم.']],
    ['of one language', 'one\ttwo\n', []],
  ])('%s', (_what, text, expected) => {
    expect(shown(text)).toEqual(expected)
    expect(read(text).messages.map(({ rule }) => rule)).toEqual(expected.length > 0 ? [] : ['exchange/no-columns'])
  })
})

describe('conventions', () => {
  test('Trados: segments in a unit, their confirmation beside them', () => {
    expect(shown(`<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="en-GB" target-language="ar-EG" datatype="x-sdlfilterframework2"><body><group><trans-unit id="7">
<source>One. Two.</source>
<seg-source><g id="5"><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk></g></seg-source>
<target><g id="5"><mrk mtype="seg" mid="1">واحد.</mrk> <mrk mtype="seg" mid="2">اثنان.</mrk></g></target>
<sdl:seg-defs><sdl:seg id="1" conf="Draft"/><sdl:seg id="2" conf="ApprovedSignOff"/></sdl:seg-defs>
</trans-unit></group></body></file></xliff>`)).toEqual(['One. | واحد.', 'Two. | اثنان. ✓'])
  })

  test('memoQ: its own status, markup as bpt and ept, Arabic as the source', () => {
    const text = `<xliff xmlns:mq="MQXliff" version="1.2"><file original="a" source-language="ar" target-language="en" datatype="x"><body>
<trans-unit id="1" mq:status="ManuallyConfirmed"><source xml:space="preserve">كتاب <bpt id="1">&lt;b&gt;</bpt>قديم<ept id="1">&lt;/b&gt;</ept></source><target>old <bpt id="1">&lt;b&gt;</bpt>book<ept id="1">&lt;/b&gt;</ept></target></trans-unit>
<trans-unit id="2" mq:status="NotStarted"><source>ثانٍ</source></trans-unit></body></file></xliff>`
    expect(shown(text)).toEqual(['old book | كتاب قديم ✓', '— | ثانٍ'])
    expect(markdownOf(read(text).units[0]?.en ?? [])).toBe('old <b>book</b>')
  })

  test('Trados: a memory in UTF-16, with a document type and other languages', () => {
    const text = `<?xml version="1.0" encoding="utf-16"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header/><body>
<tu><prop type="x-Origin">TM</prop><tuv xml:lang="EN-US"><seg>A <ph x="1" type="0"/>B<hi>C</hi></seg></tuv><tuv xml:lang="ar-SA"><seg>أ</seg></tuv><tuv xml:lang="fr"><seg>F</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>D</seg></tuv></tu></body></tmx>`
    const bytes = Buffer.concat([Buffer.from([0xFF, 0xFE]), Buffer.from(text, 'utf16le')])
    expect(shown(bytes)).toEqual(['A BC | أ'])
    expect(read(bytes).messages).toMatchObject([{ rule: 'exchange/other-languages', place: { line: 3, column: 1 } }])
  })

  test('TMX 1.1 and Latin-1', () => {
    const text = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><tmx version="1.1"><header/><body><tu><tuv lang="EN"><seg>Caf\u00E9</seg></tuv><tuv lang="AR"><seg>&#1605;</seg></tuv></tu></body></tmx>', 'latin1')
    expect(shown(text)).toEqual(['Café | م'])
  })

  test('XLIFF 2: codes that are not nested, marks of comments, data apart', () => {
    const text = `<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ar"><x:file id="f"><x:unit id="u">
<x:originalData><x:data id="a">**</x:data></x:originalData>
<x:segment state="final"><x:source><x:sc id="1" dataRef="a"/>O<mrk id="m" type="comment" value="why">ne</mrk><x:ec startRef="1" dataRef="a"/>.</x:source><x:target>و<x:sm id="n" type="comment"/>احد<x:em startRef="n"/></x:target></x:segment>
<x:ignorable><x:source> </x:source></x:ignorable></x:unit></x:file></x:xliff>`
    expect(shown(text)).toEqual(['One. | واحد ✓'])
    expect(markdownOf(read(text).units[0]?.en ?? [])).toBe('**One**.')
  })
})

describe('broken files', () => {
  const fault = (text: string | Uint8Array) => {
    const { units, messages } = read(text)
    expect(units).toEqual([])
    return messages.map(({ rule, place }) => `${rule} ${place?.line}:${place?.column}`)
  }

  test.each([
    ['EPUB', 'PK\u0003\u0004\u0014\0\0\0\0\0\0\0\0\0oa\u00AB,\u0014\0\0\0\u0014\0\0\0\u0008\0\0\0mimetypeapplication/epub+zipPK'],
    ['ZIP (docx, odt, epub)', 'PK\u0003\u0004\u0014\0\0\0\u00FF'], ['PDF', '%PDF-1.7\n%\u00E2\u00E3'],
  ])('what is %s is called by its name, not a fault of encoding', (kind, start) => {
    expect(read(Buffer.from(start, 'latin1')).messages).toMatchObject([{ rule: 'exchange/other-kind', values: { file: 'back.xml', kind } }])
  })

  test('other bytes that are no text are told to be none', () => {
    expect(fault(Buffer.from('\u0001\0\u0002\0\u00FF', 'latin1'))).toEqual(['exchange/binary 1:1'])
    expect(fault(Buffer.from('a\0b'))).toEqual(['exchange/binary 1:1'])
  })

  test.each([
    ['a tag that is not closed', '<tmx>\n<body>\n  <tu></body></tmx>', 'exchange/broken-xml 3:7'],
    ['a control character', '<tmx>\n<body>\u0007</body></tmx>', 'exchange/broken-xml 2:7'],
    ['an entity of its own', '<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<tmx>&b;</tmx>', 'exchange/broken-xml 2:6'],
    ['a file from outside', '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<tmx>&a;</tmx>', 'exchange/broken-xml 2:6'],
    ['elements without end', `<tmx>\n${'<a>'.repeat(100_000)}`, 'exchange/too-deep 2:598'],
    ['something else', '<html></html>', 'exchange/unknown-format 1:1'],
    ['no units', '<tmx version="1.4"><header/><body/></tmx>', 'exchange/no-units 1:1'],
    ['a version that is yet to come', '<xliff version="3.0"><group/></xliff>', 'exchange/no-units 1:1'],
    ['nothing', '', 'exchange/broken-xml 1:1'],
  ])('%s', (_name, text, told) => expect(fault(text)).toEqual([told]))

  test('bytes that are no text', () => expect(fault(Buffer.from([0x3C, 0x61, 0xC3, 0x28]))).toEqual(['exchange/not-text 1:1']))

  test('more than is read', () => expect(fault(new Uint8Array(mostBytes + 1))).toEqual(['exchange/too-large 1:1']))
})
