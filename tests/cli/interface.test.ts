import { expect, test } from '@jest/globals'
import { interfaceLanguage } from '../../pipeline/cli/interface.ts'
import { saidIn } from './said.ts'

test.each([
  [['build'], {}, 'en'],
  [['build', '--language', 'ar'], { LANG: 'en_GB.UTF-8' }, 'ar'],
  [['--language=ar', 'build'], {}, 'ar'],
  [['build'], { TAWAZI_LANGUAGE: 'ar', LANG: 'en_US' }, 'ar'],
  [['build'], { LC_ALL: 'ar_EG.UTF-8' }, 'ar'],
  [['build'], { LANG: 'fr_FR' }, 'en'],
])('%j in %j speaks %s', (argv, environment, expected) => {
  expect(interfaceLanguage(argv, environment)).toBe(expected)
})

test.each([['en', '(default: 0)'], ['ar', '(الافتراضي: \u200E0)']])('in %s, help says what holds where nothing is said', async (language, said) => {
  const { out } = await saidIn('.', ['impose', '--help', '--language', language])
  expect(out).toContain(said)
  expect(out.includes('(default')).toBe(language === 'en')
})
