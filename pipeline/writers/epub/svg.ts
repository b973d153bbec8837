/** Drawings without anything that runs or reaches outside. */

import type { Element, Root } from 'hast'
import { toXast } from 'hast-util-to-xast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { toXml } from 'xast-util-to-xml'

const active = new Set(['script', 'foreignObject', 'iframe', 'object', 'embed', 'animate', 'set', 'animateTransform', 'animateMotion', 'handler', 'listener'])

/** A well-formed SVG document with the same drawing. */
export function quietSvg(bytes: Uint8Array): Uint8Array {
  const source = Buffer.from(bytes).toString('utf8').replace(/^\uFEFF/, '').replace(/<\?xml[\s\S]*?\?>/, '').replace(/<!DOCTYPE[\s\S]*?>/i, '')
  const tree: Root = unified().use(rehypeParse, { fragment: true, space: 'svg' }).parse(source)
  visit(tree, (node, index, parent) => {
    const goes = node.type === 'comment' || (node.type === 'element' && active.has(node.tagName))
    if (goes && parent && index !== undefined) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    if (node.type === 'element') quiet(node)
    return undefined
  })
  const svg = tree.children.find((child): child is Element => child.type === 'element' && child.tagName === 'svg')
  if (!svg) return bytes
  const xml = toXml(toXast(svg, { space: 'svg' }))
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`)
}

const outsideUrl = /url\(\s*["']?(?!["']?\s*(?:#|data:))[^)]*\)/gi

function quiet({ tagName, properties, children }: Element): void {
  for (const [name, value] of Object.entries(properties)) {
    const isHandler = /^on/i.test(name)
    const isOutside = /href$/i.test(name) && !/^#|^data:image\//.test(String(value))
    if (isHandler || isOutside || String(value).search(outsideUrl) >= 0) delete properties[name]
  }
  if (tagName !== 'style') return
  for (const child of children) {
    if (child.type === 'text') child.value = child.value.replaceAll(/@import\b[^;]*;?/gi, '').replaceAll(outsideUrl, 'none')
  }
}
