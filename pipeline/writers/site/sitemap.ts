/** The map of the site, each page with its counterpart in the other language. */

import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import type { Artifact } from '../../model/edition.ts'
import { languages } from '../../model/language.ts'
import type { SitePage } from './page.ts'
import type { Shelved } from './shelved.ts'

/** `address` ends with `/`; `lastmod` is the book's own date, where it states one. */
export function sitemap(pages: readonly SitePage[], shelf: readonly Shelved[], address: string): Artifact {
  const addressOf = (language: string, path: string) => `${address}${language}/${encodeURI(path)}`
  const urls = pages.filter(({ isUnlisted }) => !isUnlisted).map(({ language, path, book }) => {
    const date = shelf.find(({ name }) => name === book?.name)?.imprint.date?.iso
    return x('url', [
      x('loc', addressOf(language, path)),
      ...(date ? [x('lastmod', date)] : []),
      ...languages.map((other) => x('xhtml:link', { rel: 'alternate', hreflang: other, href: addressOf(other, path) })),
    ])
  })
  const tree = x('urlset', { 'xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9', 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' }, urls)
  return { name: 'sitemap.xml', bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree, { closeEmptyElements: true })}\n`) }
}
