/** Operators of content streams, and what each does to the run that meets it. */

import { combined } from './box.ts'
import type { Operands, Run } from './content.ts'
import { cmyk, gray, rgb } from './spaces.ts'

/** What says nothing that a rule asks for. */
export const silent = new Set(['j', 'J', 'M', 'd', 'i', 'MP', 'DP', 'd0', 'd1', 'h', 'EI', 'ID', '>>', ']'])

export const operators: Readonly<Record<string, (run: Run, operands: Operands) => void>> = {
  q: (run) => run.save(),
  Q: (run) => run.restore(),
  cm: (run, operands) => run.set({ matrix: combined(run.matrixOf(operands), run.state.matrix) }),
  w: (run, operands) => run.set({ lineWidth: run.number(operands, 0) }),
  gs: (run, operands) => run.useState(operands),
  ri: (run, operands) => run.useIntent(operands),
  g: (run, operands) => run.chooseDevice('fill', gray, operands),
  G: (run, operands) => run.chooseDevice('stroke', gray, operands),
  rg: (run, operands) => run.chooseDevice('fill', rgb, operands),
  RG: (run, operands) => run.chooseDevice('stroke', rgb, operands),
  k: (run, operands) => run.chooseDevice('fill', cmyk, operands),
  K: (run, operands) => run.chooseDevice('stroke', cmyk, operands),
  cs: (run, operands) => run.chooseSpace('fill', operands[0]),
  CS: (run, operands) => run.chooseSpace('stroke', operands[0]),
  sc: (run, operands) => run.chooseColour('fill', operands),
  scn: (run, operands) => run.chooseColour('fill', operands),
  SC: (run, operands) => run.chooseColour('stroke', operands),
  SCN: (run, operands) => run.chooseColour('stroke', operands),
  sh: (run, operands) => run.shade(operands),
  m: (run, operands) => run.pointTo(operands, 0),
  l: (run, operands) => run.pointTo(operands, 0),
  c: (run, operands) => { for (const at of [0, 2, 4]) run.pointTo(operands, at) },
  v: (run, operands) => { for (const at of [0, 2]) run.pointTo(operands, at) },
  y: (run, operands) => { for (const at of [0, 2]) run.pointTo(operands, at) },
  re: (run, operands) => run.outline.rectangle([run.number(operands, 0), run.number(operands, 1), run.number(operands, 2), run.number(operands, 3)], run.state.matrix),
  W: (run) => run.clipTo(),
  'W*': (run) => run.clipTo(),
  n: (run) => run.paintPath(false, false),
  f: (run) => run.paintPath(true, false),
  F: (run) => run.paintPath(true, false),
  'f*': (run) => run.paintPath(true, false),
  S: (run) => run.paintPath(false, true),
  s: (run) => run.paintPath(false, true),
  B: (run) => run.paintPath(true, true),
  'B*': (run) => run.paintPath(true, true),
  b: (run) => run.paintPath(true, true),
  'b*': (run) => run.paintPath(true, true),
  BT: (run) => run.pen.begin(),
  ET: () => undefined,
  Tf: (run, operands) => run.chooseNamedFont(operands),
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
  Tj: (run, operands) => run.show(operands),
  TJ: (run, operands) => run.show(Array.isArray(operands[0]) ? operands[0] : []),
  '\'': (run, operands) => {
    run.pen.nextLine(0, -run.text.leading)
    run.show(operands)
  },
  '"': (run, operands) => {
    run.setText({ wordSpace: run.number(operands, 0), characterSpace: run.number(operands, 1) })
    run.pen.nextLine(0, -run.text.leading)
    run.show(operands.slice(2))
  },
  Do: (run, operands) => run.paintObject(operands),
  BMC: (run, operands) => run.beginMark(operands[0], undefined),
  BDC: (run, operands) => run.beginMark(operands[0], operands[1]),
  EMC: (run) => run.endMark(),
  BX: (run) => run.bear(1),
  EX: (run) => run.bear(-1),
}
