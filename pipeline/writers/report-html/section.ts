/** A part of the report under its heading. */

import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { section as toldSection } from '../masthead.ts'
import type { Interface } from '../ui.ts'

export const section = (name: string, ui: Interface, children: readonly ElementContent[]): Element => toldSection(name, 'report:', ui, children)

/** What stands where a list would be, had it an item. */
export const nothing = (ui: Interface, key = 'report:nothing'): Element => h('p', { className: ['nothing'] }, ui.both(key))
