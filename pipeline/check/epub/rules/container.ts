/** The archive: its first entry, what its files are called, and that each can be read. */

import type { Rule } from '../rule.ts'

const mimetype = 'application/epub+zip'

export const containerRules: readonly Rule[] = [
  {
    name: 'mimetype', severity: 'error',
    check: ({ entries: [first], files }) => {
      const content = files.get('mimetype')?.toString('latin1')
      return first?.name === 'mimetype' && content === mimetype ? [] : [{ file: first?.name ?? 'mimetype', value: first?.name === 'mimetype' ? content ?? '' : first?.name ?? '' }]
    },
  },
  {
    name: 'mimetype-deflated', severity: 'error',
    check: ({ entries }) => entries.filter(({ name, method }) => name === 'mimetype' && method !== 0).map(({ name }) => ({ file: name, value: '' })),
  },
  {
    name: 'mimetype-extra', severity: 'error',
    check: ({ entries }) => entries.filter(({ name, extra }) => name === 'mimetype' && extra > 0).map(({ name }) => ({ file: name, value: '' })),
  },
  {
    name: 'container', severity: 'error',
    check: ({ opf }) => (opf ? [] : [{ file: 'META-INF/container.xml', value: '' }]),
  },
  {
    name: 'encrypted', severity: 'error',
    check: ({ files }) => (['META-INF/encryption.xml', 'META-INF/rights.xml'].filter((file) => files.has(file)).map((file) => ({ file, value: '' }))),
  },
  {
    name: 'file-name', severity: 'error',
    check: ({ entries }) => {
      const seen = new Set<string>()
      return entries.flatMap(({ name }) => {
        const isBad = seen.has(name.toLowerCase()) || /[\\"*:<>?|\u0000-\u001F\u007F]|^\/|(?:^|\/)\.\.(?:\/|$)|\.$/.test(name)
        seen.add(name.toLowerCase())
        return isBad ? [{ file: name, value: name }] : []
      })
    },
  },
  {
    name: 'not-well-formed', severity: 'error',
    check: ({ broken }) => [...broken].map(([file, { kind, line }]) => ({ file, ...(line !== undefined && { line }), value: kind })),
  },
]
