/** The files of a book as the desk knows them. */

import { expect, test } from '@jest/globals'
import { BookFiles } from '../../pipeline/review/desk/files.ts'
import { folder } from './book.ts'

test('what others write while the desk writes is no part of the version that the desk has made', async () => {
  const book = folder()
  try {
    const files = new BookFiles(book.root, ['en.md', 'ar.md'])
    const before = await files.version()
    await files.replace('en.md', Buffer.from('# Another\n'))
    book.write('ar.md', '# غيره\n')
    const made = files.versionKnown()
    expect(made).not.toBe(before)
    expect(await files.version()).not.toBe(made)
    await files.replace('ar.md', Buffer.from(book.read('ar.md')))
    expect(files.versionKnown()).toBe(await files.version())
  } finally {
    book.remove()
  }
})
