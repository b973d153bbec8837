/** Marks of direction that an editor put before the sign of a heading, a list or the like, and that would hide it from Markdown. */

const hiding = /^([ \t]{0,2}(?:>[ \t]?){0,8})([\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]{1,3})(?=#{1,6}(?:[ \t]|$)|[-*+][ \t]|[\d٠-٩۰-۹]{1,9}[.)][ \t]|>|\||:{3,}|`{3,}|~{3,}|(?:\*[ \t]?){3,}$|-{3,}$|\[\^)/
const anyMark = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/
const fence = /^[ \t]{0,3}(`{3,}|~{3,})/

/** The text, as long as it was, with a space for each such mark; in code all stands as it is. */
export function unhidden(text: string): string {
  if (!anyMark.test(text)) return text
  let open: string | undefined
  return text.split('\n').map((line) => {
    const shown = open === undefined ? line.replace(hiding, (_, before: string, marks: string) => before + ' '.repeat(marks.length)) : line
    const [, sign] = fence.exec(shown) ?? []
    if (sign && open === undefined) open = sign
    else if (sign && open && sign.startsWith(open)) open = undefined
    return shown
  }).join('\n')
}
