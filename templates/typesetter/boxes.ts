/** Which elements are blocks, and where their content begins and ends. */

const blockNames = new Set([
  'P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'TABLE', 'THEAD', 'TBODY', 'TR', 'FIGURE', 'FIGCAPTION',
  'SECTION', 'ASIDE', 'DIV', 'PRE', 'HR', 'NAV', 'DL', 'DT', 'DD', 'HEADER',
])

export const isBlock = (node: Node): node is Element => blockNames.has(node.nodeName)

export const hasBlocks = (element: Element): boolean => [...element.children].some(isBlock)

export const isHeading = (element: Element): boolean => /^H[1-6]$/.test(element.tagName)

export interface Edges {
  readonly top: number
  readonly bottom: number
}

/** The block less its padding and border, in pixels of the window. */
export function contentEdges(element: Element): Edges & { readonly lineHeight: number } {
  const { top, bottom } = element.getBoundingClientRect()
  const style = getComputedStyle(element)
  return {
    top: top + parseFloat(style.paddingBlockStart) + parseFloat(style.borderBlockStartWidth),
    bottom: bottom - parseFloat(style.paddingBlockEnd) - parseFloat(style.borderBlockEndWidth),
    lineHeight: parseFloat(style.lineHeight),
  }
}

/** As `contentEdges`, but with the white space that opens a chapter, which stands on its page too. */
export function setEdges(element: Element): Edges {
  const { top, bottom } = contentEdges(element)
  return element.tagName === 'H1' ? { top: element.getBoundingClientRect().top, bottom } : { top, bottom }
}
