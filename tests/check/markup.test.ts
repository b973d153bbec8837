import { expect, test } from '@jest/globals'
import { fromXml } from 'xast-util-from-xml'
import { elementsIn, textOf, treeDocument, xmlDocument, type MarkupDocument } from '../../pipeline/check/markup.ts'

const source = `<?xml version="1.0"?>
<html lang="en" dir="ltr"><!-- a remark --><p>Rain &amp;
<b>sun</b></p><p xml:lang="ar" dir="rtl">مطر <i>و<![CDATA[<شمس>]]></i></p></html>
`

const drawn = ({ nodes }: MarkupDocument): string[] =>
  nodes.map((node) => (node.isText ? `“${node.text}”` : `${node.name} ${node.lang} ${node.dir} ${node.at}–${node.end}`))

test('a document is a list in which all that an element holds stands behind it', () => {
  expect(drawn(xmlDocument('it.xhtml', source))).toEqual([
    'html en ltr 0–10', 'p en ltr 1–5', '“Rain &\n”', 'b en ltr 3–5', '“sun”', 'p ar rtl 5–10', '“مطر ”', 'i ar rtl 7–10', '“و”', '“<شمس>”',
  ])
})

test('a tree gives the same elements as its source', () => {
  const of = ({ elements }: MarkupDocument) => elements.map((element) => [element.name, element.lang, element.dir, textOf(element)])
  expect(of(treeDocument('', fromXml(source)))).toEqual(of(xmlDocument('', source)))
})

test('texts and elements of an element, and its line', () => {
  const [html, first, , second] = xmlDocument('it.xhtml', source).elements
  expect([html, first, second].map((element) => element && textOf(element))).toEqual(['Rain &\nsunمطر و<شمس>', 'Rain &\nsun', 'مطر و<شمس>'])
  expect(html && elementsIn(html).map(({ name, line }) => `${name} ${line}`)).toEqual(['p 2', 'b 3', 'p 3', 'i 3'])
})

test.each(['<p>', '<p></b>', '<p/><p/>', '<p a="1" a="2"/>', '<p>&nbsp;</p>', '<p>\u0001</p>', '<p a=1/>', 'text', ''])('%j is no document', (broken) => {
  expect(() => xmlDocument('it.xhtml', broken)).toThrow()
})
