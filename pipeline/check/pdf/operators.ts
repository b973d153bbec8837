/** Operators of content streams, and what each does to the run that meets it. */

import { combined } from './box.ts'
import { beginMark, chooseColour, chooseDevice, chooseSpace, useIntent, useState } from './choices.ts'
import type { Operands, Run } from './content.ts'
import type { Lexer } from './lexer.ts'
import { paintPath, pointTo, rectangle, shade } from './paths.ts'
import { paintInlineImage, paintObject } from './placed.ts'
import { cmyk, gray, rgb } from './spaces.ts'
import { chooseNamedFont, show, showOnNextLine } from './text.ts'

/** What says nothing that a rule asks for. */
export const silent = new Set(['j', 'J', 'M', 'd', 'i', 'MP', 'DP', 'd0', 'd1', 'h', 'EI', 'ID', '>>', ']'])

type Operator = (run: Run, operands: Operands, lexer: Lexer) => void

const known: Readonly<Record<string, Operator>> = {
  q: (run) => run.save(),
  Q: (run) => run.restore(),
  cm: (run, operands) => run.set({ matrix: combined(run.matrixOf(operands), run.state.matrix) }),
  w: (run, operands) => run.set({ lineWidth: run.number(operands, 0) }),
  gs: useState,
  ri: useIntent,
  g: (run, operands) => chooseDevice(run, 'fill', gray, operands),
  G: (run, operands) => chooseDevice(run, 'stroke', gray, operands),
  rg: (run, operands) => chooseDevice(run, 'fill', rgb, operands),
  RG: (run, operands) => chooseDevice(run, 'stroke', rgb, operands),
  k: (run, operands) => chooseDevice(run, 'fill', cmyk, operands),
  K: (run, operands) => chooseDevice(run, 'stroke', cmyk, operands),
  cs: (run, operands) => chooseSpace(run, 'fill', operands[0]),
  CS: (run, operands) => chooseSpace(run, 'stroke', operands[0]),
  sc: (run, operands) => chooseColour(run, 'fill', operands),
  scn: (run, operands) => chooseColour(run, 'fill', operands),
  SC: (run, operands) => chooseColour(run, 'stroke', operands),
  SCN: (run, operands) => chooseColour(run, 'stroke', operands),
  sh: shade,
  m: (run, operands) => pointTo(run, operands, 0),
  l: (run, operands) => pointTo(run, operands, 0),
  c: (run, operands) => { for (const at of [0, 2, 4]) pointTo(run, operands, at) },
  v: (run, operands) => { for (const at of [0, 2]) pointTo(run, operands, at) },
  y: (run, operands) => { for (const at of [0, 2]) pointTo(run, operands, at) },
  re: rectangle,
  W: (run) => { run.clips = true },
  'W*': (run) => { run.clips = true },
  n: (run) => paintPath(run, false, false),
  f: (run) => paintPath(run, true, false),
  F: (run) => paintPath(run, true, false),
  'f*': (run) => paintPath(run, true, false),
  S: (run) => paintPath(run, false, true),
  s: (run) => paintPath(run, false, true),
  B: (run) => paintPath(run, true, true),
  'B*': (run) => paintPath(run, true, true),
  b: (run) => paintPath(run, true, true),
  'b*': (run) => paintPath(run, true, true),
  BT: (run) => run.pen.begin(),
  ET: () => undefined,
  Tf: chooseNamedFont,
  Tc: (run, operands) => run.setText({ characterSpace: run.number(operands, 0) }),
  Tw: (run, operands) => run.setText({ wordSpace: run.number(operands, 0) }),
  Tz: (run, operands) => run.setText({ stretch: run.number(operands, 0) / 100 }),
  TL: (run, operands) => run.setText({ leading: run.number(operands, 0) }),
  Ts: (run, operands) => run.setText({ rise: run.number(operands, 0) }),
  Tr: (run, operands) => run.setText({ mode: run.number(operands, 0) }),
  Tm: (run, operands) => run.pen.moveTo(run.matrixOf(operands)),
  Td: (run, operands) => run.pen.nextLine(run.number(operands, 0), run.number(operands, 1)),
  TD: (run, operands) => {
    run.setText({ leading: -run.number(operands, 1) })
    run.pen.nextLine(run.number(operands, 0), run.number(operands, 1))
  },
  'T*': (run) => run.pen.nextLine(0, -run.text.leading),
  Tj: show,
  TJ: (run, operands) => show(run, Array.isArray(operands[0]) ? operands[0] : []),
  '\'': showOnNextLine,
  '"': (run, operands) => {
    run.setText({ wordSpace: run.number(operands, 0), characterSpace: run.number(operands, 1) })
    showOnNextLine(run, operands.slice(2))
  },
  Do: paintObject,
  BI: (run, _, lexer) => paintInlineImage(run, lexer),
  BMC: (run, operands) => beginMark(run, operands[0], undefined),
  BDC: (run, operands) => beginMark(run, operands[0], operands[1]),
  EMC: (run) => run.marks.end(),
  BX: (run) => run.bear(1),
  EX: (run) => run.bear(-1),
}

/** By name; a map, for a file may well say `constructor`. */
export const operators: ReadonlyMap<string, Operator> = new Map(Object.entries(known))
