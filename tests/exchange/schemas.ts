/** The public schemas, as Debian's packages carry them; tests/setup.mjs fetches them. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DtdValidator, XmlBufferInputProvider, XmlDocument, XmlDtd, XmlLibError, xmlRegisterInputProvider, XsdValidator } from 'libxml2-wasm'
import yauzl from 'yauzl'
import { promisify } from 'node:util'
import { buffer } from 'node:stream/consumers'

const inPackage = 'usr/share/php/Symfony/Component/Translation/Resources/schemas'
const folder = ['/', 'node_modules/.cache/tawazi-debian'].map((root) => join(root, inPackage)).find((path) => existsSync(path))
const omegat = '/usr/share/omegat/OmegaT.jar'

export const hasXliffSchemas = folder !== undefined
export const hasTmxDtd = existsSync(omegat)

/** What is said against a file: nothing where it is valid. */
export type Faults = (bytes: Uint8Array) => string[]

/** Validators stay until the process ends: a test file is one. */
export function xliffFaults(name: 'xliff-core-1.2-strict.xsd' | 'xliff-core-2.0.xsd'): Faults {
  const home = folder ?? ''
  const schema = readFileSync(join(home, name))
  // Both schemas import that of `xml:lang` and `xml:space`, from addresses that no test should ask.
  const imported = [...schema.toString().matchAll(/schemaLocation="([^"]+)"/g)].map(([, address = '']) => address.replace(/^(?!http)/, '/schemas/'))
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(imported.map((address) => [address, readFileSync(join(home, 'xml.xsd'))]))))
  const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(schema, { url: `/schemas/${name}` }))
  return (bytes) => faultsOf(bytes, (document) => { validator.validate(document) })
}

export async function tmxFaults(): Promise<Faults> {
  const validator = new DtdValidator(XmlDtd.fromBuffer(await inArchive(omegat, 'schemas/tmx14.dtd')))
  return (bytes) => faultsOf(bytes, (document) => { validator.validate(document) })
}

function faultsOf(bytes: Uint8Array, validate: (document: XmlDocument) => void): string[] {
  using document = XmlDocument.fromBuffer(bytes)
  try {
    validate(document)
    return []
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error
    return error.details.map(({ message, line }) => `${line}: ${message.trim()}`)
  }
}

async function inArchive(path: string, name: string): Promise<Buffer> {
  const archive = await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(path, { lazyEntries: true, autoClose: false })
  return new Promise((resolve, reject) => {
    archive.on('error', reject)
    archive.on('end', () => reject(new Error(`No ${name} in ${path}`)))
    archive.on('entry', (entry: yauzl.Entry) => {
      if (entry.fileName !== name) return archive.readEntry()
      archive.openReadStream(entry, (error, stream) => (error ? reject(error) : buffer(stream).then(resolve, reject)))
    })
    archive.readEntry()
  })
}
