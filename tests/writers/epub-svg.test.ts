/** Drawings in an EPUB keep what they show and lose what would run or reach outside. */

import { expect, test } from '@jest/globals'
import { visit } from 'unist-util-visit'
import { fromXml } from 'xast-util-from-xml'
import { quietSvg } from '../../pipeline/writers/epub/svg.ts'

/** Elements with their attributes, `rect fill=red`, and texts, of the drawing read back as XML. */
function drawn(inner: string, head = ''): string[] {
  const svg = `${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inner}</svg>`
  const seen: string[] = []
  visit(fromXml(Buffer.from(quietSvg(Buffer.from(svg))).toString('utf8')), (node) => {
    if (node.type === 'element' && node.name !== 'svg') seen.push([node.name, ...Object.entries(node.attributes).map(([name, value]) => `${name}=${value}`)].join(' '))
    else if (node.type === 'text' && node.value.trim() !== '') seen.push(node.value.trim())
  })
  return seen
}

test('shapes, gradients and what they refer to stay', () => {
  const inner = '<defs><linearGradient id="g"/><path id="p" d="M0 0"/></defs><use xlink:href="#p"/><rect fill="url(#g)"/><title>A &amp; B</title>'
  expect(drawn(inner)).toEqual(['defs', 'linearGradient id=g', 'path id=p d=M0 0', 'use xlink:href=#p', 'rect fill=url(#g)', 'title', 'A & B'])
})

test('what runs goes', () => {
  expect(drawn('<script>run()</script><foreignObject><p>x</p></foreignObject><rect onclick="run()"/><set attributeName="x"/>')).toEqual(['rect'])
  expect(drawn('<a href="javascript:run()"><text>words</text></a>')).toEqual(['a', 'text', 'words'])
})

test('what reaches outside goes, in attributes and in styles', () => {
  expect(drawn('<image href="http://a.example/i.png"/><rect fill="url(http://a.example/g)" style="fill: url(//a.example)"/>')).toEqual(['image', 'rect'])
  expect(drawn('<style>@import "http://a.example/x.css"; .a { fill: url("http://a.example/y") } .b { fill: url(#g) }</style>')).toEqual(['style', '.a { fill: none } .b { fill: url(#g) }'])
})

test('prologues of old drawing programs are read past', () => {
  expect(drawn('<rect/>', '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<!-- made long ago -->\n')).toEqual(['rect'])
})

test('XML is read as XML: empty elements hold nothing, names keep their case, other vocabularies and CDATA are understood', () => {
  expect(drawn('<g/><title/><style/><rect/>')).toEqual(['g', 'title', 'style', 'rect'])
  expect(drawn('<p/><div><rect viewBox="0"/></div><style><![CDATA[.a > .b { fill: red }]]></style>')).toEqual(['p', 'div', 'rect viewBox=0', 'style', '.a > .b { fill: red }'])
  expect(drawn('<x:y xmlns:x="http://a.example/ns" x:z="1"/><lost:y/><rect lost:z="1"/>')).toEqual(['x:y xmlns:x=http://a.example/ns x:z=1', 'rect'])
})

test('what is no XML is drawn as a page would draw it', () => {
  expect(drawn('<rect fill=red><text>R & D')).toEqual(['rect fill=red', 'text', 'R & D'])
})

test('addresses that a drawing program named at the head are put where they are meant', () => {
  expect(drawn('<g id="&home;"/>', '<!DOCTYPE svg [ <!ENTITY home "a-b"> <!ENTITY bomb "&home;&home;"> ]>')).toEqual(['g id=a-b'])
})

test('what runs or reaches outside hides behind no prefix, no escape and no base', () => {
  const inner = '<s:script xmlns:s="http://www.w3.org/2000/svg">run()</s:script><rect y:href="http://a.example/" xmlns:y="http://www.w3.org/1999/xlink" xml:base="http://a.example/" style="fill: \\75rl(http://a.example/)"/><?xml-stylesheet href="http://a.example/x.css"?>'
  expect(drawn(inner)).toEqual(['rect xmlns:y=http://www.w3.org/1999/xlink'])
})
