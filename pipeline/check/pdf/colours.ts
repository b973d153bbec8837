/** The colours that content chooses, in the spaces of its resources. */

import type { Canvas } from './canvas.ts'
import type { Operands } from './content.ts'
import type { Colour, Shading } from './facts.ts'
import { isDict, Name, Stream, type Dict, type PdfObject } from './objects.ts'
import { cmyk, gray, rgb, spaceOf, type Space } from './spaces.ts'

const deviceNames = new Map<Space, Name>([[gray, new Name('DeviceGray')], [rgb, new Name('DeviceRGB')], [cmyk, new Name('DeviceCMYK')]])

/** Notes every space that is used. */
export class Colours {
  private readonly canvas: Canvas
  private readonly resources: Dict
  constructor(canvas: Canvas, resources: Dict) {
    this.canvas = canvas
    this.resources = resources
  }

  space(object: PdfObject | undefined): Space {
    const { file, ledger } = this.canvas
    const space = spaceOf(object, file, this.resources, ledger.spaces)
    this.canvas.used(ledger.spaceUses, space)
    return space
  }

  /** ISO 32000-1, table 74: black, or the full tint. */
  initialIn(object: PdfObject | undefined): Colour {
    const space = this.space(object)
    if (space.family === 'DeviceCMYK' || (space.family === 'ICCBased' && space.components === 4)) return { space, values: [0, 0, 0, 1] }
    return { space, values: Array<number>(space.components).fill(space.family === 'Separation' || space.family === 'DeviceN' ? 1 : 0) }
  }

  /** The default spaces of the resources take the place of a device's. */
  ofDevice(space: Space, operands: Operands): Colour {
    const own = this.canvas.file.dict(this.resources.get('ColorSpace')) ? this.space(deviceNames.get(space)) : space
    this.canvas.used(this.canvas.ledger.spaceUses, own)
    return { space: own, values: numbersOf(operands) }
  }

  in(space: Space, operands: Operands): Colour {
    const last = operands.at(-1)
    const pattern = last instanceof Name && space.family === 'Pattern' ? this.pattern(last) : undefined
    const shading = isDict(pattern ?? null) ? this.shadingOf((pattern as Dict).get('Shading')) : undefined
    return { space, values: numbersOf(operands), ...(pattern && { pattern }), ...(shading && { shading }) }
  }

  /** A gradient counts as its colour space. */
  shadingOf(object: PdfObject | undefined): Shading | undefined {
    const dict = this.canvas.file.dict(object)
    const space = this.space(dict?.get('ColorSpace') ?? null)
    return dict && { dict, space }
  }

  private pattern({ value }: Name): Dict | Stream | undefined {
    const { file } = this.canvas
    const found = file.get(file.dict(this.resources.get('Pattern'))?.get(value))
    return found instanceof Stream || isDict(found) ? found : undefined
  }
}

const numbersOf = (operands: Operands): number[] => operands.filter((value) => typeof value === 'number')
