/** What a window may send, held against `edit.schema.json` before anything is done with it. */

import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import type { Edit } from '../model/desk.ts'

export interface EditRequest {
  readonly edit: Edit
  /** The version that the edit saw. */
  readonly version: string
  /** Name of the person. */
  readonly by: string
}

export interface StepRequest {
  readonly version: string
}

const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false, strictRequired: false })
ajv.addSchema(JSON.parse(readFileSync(new URL('edit.schema.json', import.meta.url), 'utf8')) as object, 'edit')

const isRequest = validatorOf('request')
const isStep = validatorOf('step')

/** Undefined where it is none. */
export const editRequest = (given: unknown): EditRequest | undefined => (isRequest(given) ? given as EditRequest : undefined)

/** Undefined where it is none. */
export const stepRequest = (given: unknown): StepRequest | undefined => (isStep(given) ? given as StepRequest : undefined)

function validatorOf(name: string): (given: unknown) => boolean {
  const validate = ajv.getSchema(`edit#/definitions/${name}`)
  if (!validate) throw new Error(`The schema has no ${name}`)
  return (given) => validate(given) === true
}
