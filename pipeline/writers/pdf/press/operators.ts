/** Where the operators of a content stream stand; the millions of a book are told without an object for each. */

/** 1 white space, 2 what begins or ends an operand, 3 a letter or other sign of an operator. */
const kinds = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = 1
for (const code of Buffer.from('()<>[]{}/%', 'latin1')) kinds[code] = 2
for (const code of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\'"*', 'latin1')) kinds[code] = 3

/** Words that are operands. */
const values = new Set(['true', 'false', 'null'])
const leastValue = 4

/** Calls with where the operands of every operator begin, where it stands itself, and where it ends. */
export function forEachOperator(content: string, call: (from: number, at: number, end: number) => void): void {
  let from = -1
  let at = 0
  while (at < content.length) {
    const code = content.charCodeAt(at)
    const kind = kinds[code]
    if (kind === 1) {
      at++
      continue
    }
    if (from < 0) from = at
    if (kind === 3) {
      const start = at
      at = afterRegular(content, at + 1)
      if (at - start >= leastValue && values.has(content.slice(start, at))) continue
      call(from, start, at)
      from = -1
    } else at = kind === 2 ? afterOperand(content, at, code) : afterRegular(content, at + 1)
  }
}

function afterRegular(content: string, from: number): number {
  let at = from
  while (at < content.length && kinds[content.charCodeAt(at)] !== 1 && kinds[content.charCodeAt(at)] !== 2) at++
  return at
}

function afterOperand(content: string, at: number, code: number): number {
  switch (code) {
    case 0x28: return afterString(content, at)
    case 0x2F: return afterRegular(content, at + 1)
    case 0x25: return afterLine(content, at)
    case 0x3C: return content.charCodeAt(at + 1) === 0x3C ? at + 2 : (content.indexOf('>', at) + 1 || content.length)
    default: return at + 1
  }
}

function afterLine(content: string, at: number): number {
  const end = content.indexOf('\n', at)
  return end < 0 ? content.length : end + 1
}

function afterString(content: string, from: number): number {
  let depth = 0
  for (let at = from; at < content.length; at++) {
    const code = content.charCodeAt(at)
    if (code === 0x5C) at++
    else if (code === 0x28) depth++
    else if (code === 0x29 && --depth === 0) return at + 1
  }
  return content.length
}
