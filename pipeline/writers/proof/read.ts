/** What is told of pages, read back from its file. */

import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { ToldPages } from '../pdf/pages-json.ts'

/** Why a file doesn't tell of pages. */
export class PagesFault extends Error {
  readonly reason: 'damaged' | 'older'

  constructor(reason: PagesFault['reason'], detail: string) {
    super(detail)
    this.name = 'PagesFault'
    this.reason = reason
  }
}

let compiled: ValidateFunction<ToldPages> | undefined

function validator(): ValidateFunction<ToldPages> {
  const schema = new URL('../pdf/pages.schema.json', import.meta.url)
  compiled ??= new Ajv2020().compile<ToldPages>(JSON.parse(readFileSync(schema, 'utf8')) as object)
  return compiled
}

/** Throws a `PagesFault` for what does not fit the schema: `older` where it was made before pages were told in this shape. */
export function readPages(text: string): ToldPages {
  const value = parsed(text)
  const isValid = validator()
  if (isValid(value)) return value
  const [error] = isValid.errors ?? []
  const isOlder = typeof value === 'object' && value !== null && 'pages' in value && !('version' in value)
  throw new PagesFault(isOlder ? 'older' : 'damaged', `${error?.instancePath ?? ''} ${error?.message ?? ''}`.trim())
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new PagesFault('damaged', error instanceof Error ? error.message : String(error))
  }
}
