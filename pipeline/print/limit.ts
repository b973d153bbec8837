/** Time limits: no step of the browser may last for ever. */

/** A step that took longer than its limit. */
export class StepTimeout extends Error {}

const least = 60
const most = 600
/** Characters of HTML for which a slow machine is given one second more. */
const charactersEach = 20_000

/** Milliseconds for a document of so many characters: a minute, and more for a long one, ten minutes at the most; `TAWAZI_TIMEOUT` (seconds) overrides. */
export function limitFor(characters = 0, environment: Readonly<Record<string, string | undefined>> = process.env): number {
  const own = Number(environment['TAWAZI_TIMEOUT'])
  const seconds = own > 0 && own < Infinity ? own : Math.min(most, least + characters / charactersEach)
  return Math.round(seconds * 1000)
}

/** The result of `work`, or `StepTimeout` after so many milliseconds. */
export async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  // The work that is given up ends with its browser; its failure is no news then.
  work.catch(() => undefined)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new StepTimeout(`${limit} ms`)), limit) })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** The result of `work`, or the signal's reason as soon as it is given: of a browser that was ended some work never hears. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work
  work.catch(() => undefined)
  let abort = (): void => undefined
  const aborted = new Promise<never>((_, reject) => { abort = () => reject(signal.reason as Error) })
  signal.addEventListener('abort', abort, { once: true })
  try {
    signal.throwIfAborted()
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
