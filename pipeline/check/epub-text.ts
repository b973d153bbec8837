/** What a finished EPUB holds, in the order of its spine. */

import { openEpub, type OpenedEpub } from './epub/open.ts'
import { foundTokens } from './found.ts'
import type { Token } from './token.ts'

/** Of an EPUB that is opened already, or of its bytes. A document that cannot be read holds nothing. */
export async function epubTokens(epub: OpenedEpub | Uint8Array): Promise<Token[]> {
  const { spine, documents } = epub instanceof Uint8Array ? await openEpub(epub) : epub
  const byFile = new Map(documents.map((document) => [document.file, document]))
  return foundTokens(spine.flatMap((item) => byFile.get(item?.file ?? '') ?? []))
}
