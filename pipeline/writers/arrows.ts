/** The way back from a note, a sign of its own, which a line should not begin with. */

import type { ElementContent, Text } from 'hast'

/** Whether a text is the space between a note's last word and its way back. */
export const isBeforeArrow = (text: Text, next: ElementContent | undefined): boolean =>
  text.value === ' ' && next?.type === 'element' && next.properties['role'] === 'doc-backlink'
