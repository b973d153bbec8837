/** Writes XML piece by piece: a tree of a whole book would be many times its text. */

import { toXml } from 'xast-util-to-xml'
import type { Element, RootContent } from 'xast'

const options = { closeEmptyElements: true, tightClose: true, allowDangerousXml: true }

/** An element as it will be in the file; a tree around it holds it as it is. */
export const finished = (element: Element): RootContent => ({ type: 'raw', value: toXml(element, options) })

/** Things on lines of their own, so that a change shows as a change of lines. */
export const onLines = (parts: readonly RootContent[]): RootContent[] => [newline, ...parts.flatMap((part): RootContent[] => [part, newline])]

const newline = { type: 'text', value: '\n' } as const

/** A document in UTF-8. */
export const documentOf = (root: Element): Uint8Array => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root, options)}\n`)
