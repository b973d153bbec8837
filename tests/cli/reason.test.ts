import { expect, test } from '@jest/globals'
import { wordsIn } from '../../pipeline/model/words.ts'
import { withReason } from '../../pipeline/cli/reason.ts'
import { saidIn } from './said.ts'

test.each([['en', /no\.pdf cannot be read: there is no such file/], ['ar', /قراءة no\.pdf: لا يوجد ملف بهذا الاسم/]] as const)('in %s, a file that is missing is told of without a word of the system’s', async (language, said) => {
  const { code, err } = await saidIn('.', ['preflight', 'no.pdf', '--profile', 'kdp', '--language', language])
  expect([code, err.includes('ENOENT')]).toEqual([2, false])
  expect(err).toMatch(said)
})

test('a reason that has no wording stays as it is', () => {
  const values = { path: 'a.pdf', fault: 'odd bytes' }
  expect(withReason(values, new Error('odd bytes'), wordsIn('ar'))).toBe(values)
  expect(withReason({ path: 'a' }, Object.assign(new Error('x'), { code: 'ENOENT' }), wordsIn('ar'))).toEqual({ path: 'a' })
})
