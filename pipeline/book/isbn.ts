/** Whether a number may be a book's: its last digit proves the others. */

/** With hyphens or spaces or without. The weights of ISBN-13 make a sum that ten divides; of ISBN-10, one that eleven divides. */
export function isIsbn(written: string): boolean {
  const digits = written.replaceAll(/[\s-]/g, '')
  const sum = (weight: (index: number) => number) => [...digits].reduce((all, digit, index) => all + (/x/i.test(digit) ? 10 : Number(digit)) * weight(index), 0)
  if (/^97[89]\d{10}$/.test(digits)) return sum((index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0
  return /^\d{9}[\dXx]$/.test(digits) && sum((index) => 10 - index) % 11 === 0
}
