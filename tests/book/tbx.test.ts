/** Glossaries in TBX, of both standards, and files that would do harm. */

import { expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readGlossary } from '../../pipeline/book/glossary.ts'
import { tbxGlossary } from '../../pipeline/book/tbx.ts'

const entries = (text: string) => tbxGlossary(text, 'terms.tbx').entries.map(({ en, ar }) => `${en} = ${ar}`)
const rules = (text: string) => tbxGlossary(text, 'terms.tbx').messages.map(({ rule, place }) => `${place?.line}:${place?.column} ${rule}`)

const older = `<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
  <termEntry id="c1">
    <langSet xml:lang="en-GB"><ntig><termGrp><term>slow  press</term></termGrp></ntig></langSet>
    <langSet xml:lang="ar"><tig><term>مكبس بطيء</term></tig><tig><term>مكبس</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
    <langSet xml:lang="fr"><tig><term>presse lente</term></tig></langSet>
  </termEntry>
  <termEntry id="c2"><langSet xml:lang="en"><tig><term>alone</term></tig></langSet></termEntry>
</body></text></martif>`

const newer = `<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en"><text><body>
  <conceptEntry id="1">
    <langSec xml:lang="en"><termSec><term>mould</term></termSec><termSec><term>frame &amp; wire</term></termSec></langSec>
    <langSec xml:lang="AR-EG"><termSec><term>
      قالب </term></termSec></langSec>
  </conceptEntry>
</body></text></tbx>`

test('both standards', () => {
  expect(entries(older)).toEqual(['slow press = مكبس بطيء'])
  expect(entries(newer)).toEqual(['mould = قالب', 'frame & wire = قالب'])
})

test.each([
  ['what is not well-formed', '<tbx>\n  <text>', ['2:9 glossary/not-xml']],
  ['a file without terms in both languages', '<tbx><text><body/></text></tbx>', ['1:1 glossary/no-concepts']],
  ['entities of its own', '<!DOCTYPE tbx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<tbx>&b;</tbx>', ['2:6 glossary/not-xml']],
  ['XML nested too deeply', `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`, ['1:1 glossary/not-xml']],
])('%s', (_, text, expected) => {
  expect(rules(text)).toEqual(expected)
})

test('a glossary is known by what is in it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'tawazi-tbx-'))
  try {
    writeFileSync(join(root, 'terms.xml'), newer)
    expect((await readGlossary(root, 'terms.xml')).entries).toHaveLength(2)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
