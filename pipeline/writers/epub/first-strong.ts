/** Names where no markup can stand, as in a list of books: readers take their direction from the first letter that has one. */

import type { Language } from '../../model/language.ts'

const leftToRight = '\u200E'
const rightToLeft = '\u200F'
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g
const arabic = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** The text without control characters, behind a mark of its own direction where its first letter has the other: `PDF بالعربية`. */
export function firstStrong(name: string, language: Language): string {
  const text = name.replaceAll(controls, '')
  const first = /\p{L}/u.exec(text)?.[0]
  if (first === undefined || arabic.test(first) === (language === 'ar')) return text
  return (language === 'ar' ? rightToLeft : leftToRight) + text
}
