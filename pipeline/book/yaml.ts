/** Files in YAML that people write, held against their schema. */

import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { Message, Place } from '../model/message.ts'
import { readDocument, type DocumentOptions } from '../readers/yaml.ts'
import { offsetOf, schemaFaults } from './schema-faults.ts'

export interface ReadYaml<T> {
  /** Undefined where a fault makes it useless. */
  readonly value: T | undefined
  readonly messages: readonly Message[]
  readonly placeOf: PlaceOf
}

/** Where the value at a path such as `['chapters', 0, 'en']` stands, or the nearest thing above it that is there. */
export type PlaceOf = (path: readonly (string | number)[]) => Place

/** What a file must look like. */
export type Shape<T> = () => ValidateFunction<T>

/** As the JSON schema at `address` says, which must describe `T`. It is read when a file is first held against it: compiling takes some 50 ms. */
export function shapeAt<T>(address: URL): Shape<T> {
  let compiled: ValidateFunction<T> | undefined
  return () => (compiled ??= schemas().compile<T>(JSON.parse(readFileSync(address, 'utf8')) as object))
}

function schemas(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, verbose: true })
  formats.default(ajv, ['date'])
  return ajv
}

/** `file` names the places of messages. */
export function readYaml<T>(text: string, file: string, shape: Shape<T>, options: DocumentOptions = {}): ReadYaml<T> {
  const { document, value, fault, placeAt } = readDocument(text, file, options)
  const placeOf: PlaceOf = (path) => placeAt(offsetOf(document, path))
  if (fault) return { value: undefined, messages: [fault], placeOf }
  const isShaped = shape()
  if (isShaped(value)) return { value, messages: [], placeOf }
  return { value: undefined, messages: schemaFaults(isShaped.errors ?? [], document, placeAt), placeOf }
}
