/** Numbers of ordered lists. */

import type { Element } from 'hast'

/** Items say their number themselves, for a list may be parted; one that has its number already keeps it. Changes `list`. */
export function numberItems(list: Element): void {
  let number = Number(list.properties['start'] ?? 1)
  for (const item of list.children) {
    if (item.type === 'element' && item.tagName === 'li') item.properties['value'] ??= String(number++)
  }
}
