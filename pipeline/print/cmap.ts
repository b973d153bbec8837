/** Maps of a font from codes to texts. */

/** Code to text, both hexadecimal and small, of the single codes and the ranges of a map. */
export function textsIn(cmap: string): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [, lines = ''] of cmap.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of lines.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) texts.set(code.toLowerCase(), text.toLowerCase())
  }
  for (const [, lines = ''] of cmap.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, from = '', to = '', text = ''] of lines.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]{4})>/gi)) {
      for (let code = parseInt(from, 16); code <= parseInt(to, 16); code++) texts.set(hex(code), hex(parseInt(text, 16) + code - parseInt(from, 16)))
    }
  }
  return texts
}

const hex = (code: number): string => code.toString(16).padStart(4, '0')

/** Text of big-endian digits. */
export const utf16Text = (digits: string): string => Buffer.from(digits, 'hex').swap16().toString('utf16le')

/** As a table of characters writes a text: four digits to a unit. */
export const utf16Digits = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')
