/** A command that was not understood; worded like a message. */

export class UsageError extends Error {
  readonly rule: string
  readonly values: Readonly<Record<string, string | number>>

  constructor(rule: string, values: Readonly<Record<string, string | number>> = {}) {
    super(rule)
    this.name = 'UsageError'
    this.rule = rule
    this.values = values
  }
}
