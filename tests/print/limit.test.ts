import { expect, test } from '@jest/globals'
import { limitFor, StepTimeout, unlessAborted, within } from '../../pipeline/print/limit.ts'

test.each([
  [0, {}, 60_000],
  [200_000, {}, 70_000],
  [50_000_000, {}, 600_000],
  [200_000, { TAWAZI_TIMEOUT: '5' }, 5_000],
  [200_000, { TAWAZI_TIMEOUT: '0.5' }, 500],
  [200_000, { TAWAZI_TIMEOUT: 'soon' }, 70_000],
  [200_000, { TAWAZI_TIMEOUT: '-1' }, 70_000],
  [200_000, { TAWAZI_TIMEOUT: 'Infinity' }, 70_000],
])('a document of %d characters with %j has %d ms', (characters, environment, limit) => {
  expect(limitFor(characters, environment)).toBe(limit)
})

test('work in time yields its result, or its own error', async () => {
  expect(await within(1000, Promise.resolve(7))).toBe(7)
  await expect(within(1000, Promise.reject(new Error('its own')))).rejects.toThrow('its own')
})

test('work that is late is given up', async () => {
  await expect(within(10, new Promise(() => undefined))).rejects.toBeInstanceOf(StepTimeout)
})

test('work that never hears of an interruption is given up with it', async () => {
  const interruption = new AbortController()
  const work = unlessAborted(new Promise(() => undefined), interruption.signal)
  interruption.abort(new Error('interrupted'))
  await expect(work).rejects.toThrow('interrupted')
  await expect(unlessAborted(Promise.resolve(7), interruption.signal)).rejects.toThrow('interrupted')
  expect(await unlessAborted(Promise.resolve(7), new AbortController().signal)).toBe(7)
})
