/** Classes of elements. */

import type { Element } from 'hast'

export const hasClass = ({ properties: { className } }: Element, name: string): boolean => Array.isArray(className) && className.includes(name)
