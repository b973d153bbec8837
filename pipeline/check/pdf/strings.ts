/** Strings as files write them: bytes to characters, one for each byte. */

/** Short runs are quicker by hand than through a buffer. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 24) return Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.max(0, Math.min(end, bytes.length) - start)).toString('latin1')
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}

const escapes: ReadonlyMap<number, number> = new Map([...'nrtbf'].map((letter) => [letter.charCodeAt(0), '\n\r\t\b\f'.charCodeAt('nrtbf'.indexOf(letter))]))

const isOctal = (code: number | undefined): boolean => code !== undefined && code >= 0x30 && code <= 0x37

/** ISO 32000-1, 7.3.4.2: escapes as what they stand for, ends of lines as one. */
export function unescaped(bytes: Uint8Array, start: number, end: number): string {
  const out = Buffer.alloc(Math.max(0, end - start))
  let length = 0
  for (let at = start; at < end;) {
    const code = bytes[at++]!
    if (code === 13) {
      out[length++] = 10
      if (bytes[at] === 10) at++
    } else if (code !== 0x5C || at >= end) out[length++] = code
    else if (isOctal(bytes[at])) {
      let value = 0
      for (const last = Math.min(end, at + 3); at < last && isOctal(bytes[at]); at++) value = value * 8 + bytes[at]! - 0x30
      out[length++] = value
    } else if (bytes[at] === 10) at++
    else if (bytes[at] === 13) at += bytes[at + 1] === 10 ? 2 : 1
    else {
      out[length++] = escapes.get(bytes[at]!) ?? bytes[at]!
      at++
    }
  }
  return latin1(out, 0, length)
}

/** Hexadecimal digits, whatever stands between them; a last one alone stands before a 0. */
export function unhex(bytes: Uint8Array, start: number, end: number): string {
  const text = latin1(bytes, start, end).replace(/[^0-9A-Fa-f]/g, '')
  return latin1(Buffer.from(text.length % 2 === 1 ? `${text}0` : text, 'hex'), 0, text.length + 1 >> 1)
}
