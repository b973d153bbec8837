/** Both languages say the same things: keys, plural forms and the values that a wording takes. */

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

type Wordings = { [key: string]: string | Wordings }

const pluralForms = /_(zero|one|two|few|many|other)$/
const files = readdirSync('locales/en').filter((name) => name.endsWith('.json'))

function wordings(language: string, file: string): Map<string, string> {
  const flat = new Map<string, string>()
  const walk = (value: Wordings, path: string) => {
    for (const [key, child] of Object.entries(value)) {
      const at = path ? `${path}.${key}` : key
      if (typeof child === 'string') flat.set(at, child)
      else walk(child, at)
    }
  }
  walk(JSON.parse(readFileSync(`locales/${language}/${file}`, 'utf8')) as Wordings, '')
  return flat
}

const bases = (flat: Map<string, string>) => [...new Set([...flat.keys()].map((key) => key.replace(pluralForms, '')))].sort()
const values = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name))].sort()

test('the same files stand in both languages', () => {
  expect(readdirSync('locales/ar').filter((name) => name.endsWith('.json'))).toEqual(files)
})

test.each(files)('%s says the same in both languages', (file) => {
  const [en, ar] = [wordings('en', file), wordings('ar', file)]
  expect(bases(ar)).toEqual(bases(en))
})

test.each(files)('%s: what is counted has two forms in English and six in Arabic', (file) => {
  for (const [language, forms] of [['en', 2], ['ar', 6]] as const) {
    const counted = [...wordings(language, file).keys()].filter((key) => pluralForms.test(key))
    const sizes = new Map<string, string[]>()
    for (const key of counted) sizes.set(key.replace(pluralForms, ''), [...(sizes.get(key.replace(pluralForms, '')) ?? []), key])
    for (const [key, keys] of sizes) expect([key, keys.length]).toEqual([key, forms])
  }
})

test.each(files)('%s: a wording takes the same values in both languages', (file) => {
  const [en, ar] = [wordings('en', file), wordings('ar', file)]
  for (const [key, text] of en) {
    if (!pluralForms.test(key)) expect([key, values(ar.get(key) ?? '')]).toEqual([key, values(text)])
  }
})

test.each(files)('%s: Arabic is written with Arabic punctuation, and nothing is left in English', (file) => {
  for (const [key, text] of wordings('ar', file)) {
    const words = text.replaceAll(/\{\{[^}]*\}\}/g, '').replaceAll(/[\x21-\x7E]*[A-Za-z<>{}][\x20-\x7E]*/g, '')
    expect([key, /[,;?"]/.exec(words)?.[0]]).toEqual([key, undefined])
    expect([key, text.includes('ـ')]).toEqual([key, false])
    // A wording of marks and values alone has no letter to be in Arabic.
    if (/\p{L}/u.test(words)) expect([key, /[\u0621-\u064A]/.test(text)]).toEqual([key, true])
  }
})
