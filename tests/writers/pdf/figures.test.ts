import { expect, test } from '@jest/globals'
import { beforeFigureId, figureId, fittedFigures } from '../../../pipeline/writers/pdf/figures.ts'

/** Pages of the mark before each figure and of the figure; the mark stands `room` points above the foot, which is at 60. */
const targets = (...figures: { before: number; at: number; room: number }[]) => new Map(figures.flatMap(({ before, at, room }, ordinal) => [
  [beforeFigureId(ordinal), { page: before, top: 60 + room }], [figureId(ordinal), { page: at, top: 60 + room }],
]))

/** 400 pixels with its caption, of which the picture is 300. */
const figure = (ordinal: number) => ({ ordinal, height: 400, picture: 300 })

const none = new Map<number, number>()
const fitted = (...given: Parameters<typeof fittedFigures>) => [...fittedFigures(...given)]

test('a figure that stays on its page keeps its height', () => {
  expect(fitted([[figure(0)]], targets({ before: 4, at: 4, room: 300 }), 60, none)).toEqual([])
})

test('one that was pushed gives up what the page lacks', () => {
  // 240 points are 320 pixels: 80 are lacking.
  expect(fitted([[figure(0)]], targets({ before: 4, at: 5, room: 240 }), 60, none)).toEqual([[0, 220]])
})

test('one that would become too small is left where it is', () => {
  expect(fitted([[figure(0)]], targets({ before: 4, at: 5, room: 150 }), 60, none)).toEqual([])
})

test('figures of one row become equally small or stay as they are', () => {
  const pushed = { before: 4, at: 5, room: 240 }
  expect(fitted([[figure(0), { ...figure(1), height: 330 }]], targets(pushed, pushed), 60, none)).toEqual([[0, 220], [1, 220]])
  expect(fitted([[figure(0), { ...figure(1), height: 900 }]], targets(pushed, pushed), 60, none)).toEqual([])
})

test('what was decided once stays', () => {
  const before = new Map([[0, 220]])
  expect(fitted([[figure(0)]], targets({ before: 4, at: 5, room: 220 }), 60, before)).toEqual([[0, 220]])
})
