/** Ctrl-C: the first one ends the work in order, so that the browser is closed and nothing half-written stays. */

export interface Interruption {
  readonly signal: AbortSignal
  /** Gives Ctrl-C back to the system. */
  release(): void
}

export function interruption(): Interruption {
  const controller = new AbortController()
  const abort = () => controller.abort()
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const name of signals) process.once(name, abort)
  return { signal: controller.signal, release: () => signals.forEach((name) => process.removeListener(name, abort)) }
}
