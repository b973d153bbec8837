/** A part of the report under its heading. */

import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Interface } from '../ui.ts'

export function section(id: string, ui: Interface, children: readonly ElementContent[]): Element {
  return h('section', { ariaLabelledBy: id }, [h('h2', { id }, ui.both(`report:section.${id}`)), ...children])
}

/** What stands where a list would be, had it an item. */
export const nothing = (ui: Interface, key = 'report:nothing'): Element => h('p', { className: ['nothing'] }, ui.both(key))
