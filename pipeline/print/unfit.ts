/** Why a browser that is there does not serve. */

/** Worded in `locales/<language>/browser.json` under `unfit`. */
export type UnfitReason =
  | 'absent'        // no program there
  | 'not-started'   // it ended, or said nothing, before it could be spoken to
  | 'no-sandbox'    // the system does not let this user fence the browser in
  | 'library'       // a shared library is missing
  | 'slow'          // it did not start, or print a line, in time
  | 'pages' | 'no-tags' | 'no-arabic' | 'no-latin'   // the line that it printed at start-up

export class Unfit extends Error {
  readonly reason: UnfitReason
  /** What the browser itself said, or the library that it lacks; empty where nothing is known. */
  readonly detail: string

  constructor(reason: UnfitReason, detail = '', cause?: unknown) {
    super(detail === '' ? reason : `${reason}: ${detail}`, { cause })
    this.name = 'Unfit'
    this.reason = reason
    this.detail = detail
  }
}

/** What the failure to start is, from what the browser wrote before it ended. */
export function unfitOf(error: unknown): Unfit {
  if (error instanceof Unfit) return error
  const text = error instanceof Error ? error.message : String(error)
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(text)?.[1]
  if (library) return new Unfit('library', library, error)
  if (/no usable sandbox|sandbox helper|Failed to move to new namespace|without --no-sandbox/i.test(text)) return new Unfit('no-sandbox', '', error)
  if (/not found at the configured|ENOENT/.test(text)) return new Unfit('absent', '', error)
  return new Unfit('not-started', tellingLine(text), error)
}

/** The last thing that is no more than a name of a signal, a frame of a stack or a place to read on. */
function tellingLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !/^(?:stderr:|TROUBLESHOOTING|#\d+ |\[end of stack|Received signal)/.test(line))
  return (lines.find((line) => /error|fatal|cannot|fail/i.test(line) && !line.startsWith('Failed to launch')) ?? lines[0] ?? '').slice(0, 200)
}
