/** Marked content: what is said of all that stands inside. */

import type { Mark } from './facts.ts'
import type { PdfFile } from './file.ts'
import { textOf, type Dict } from './objects.ts'

export const noMark: Mark = { isArtifact: false }

/** A mark inside another; `owner` is the object whose content identifiers are counted. */
export function markInside(outer: Mark, isArtifact: boolean, dict: Dict | undefined, file: PdfFile, owner: number): Mark {
  const id = file.number(dict?.get('MCID'))
  const actualText = textOf(file.get(dict?.get('ActualText'))) ?? outer.actualText
  const language = textOf(file.get(dict?.get('Lang'))) ?? outer.language
  const content = id === undefined ? outer.content : { id, owner }
  const isMixed = outer.isMixed || (isArtifact && outer.content !== undefined) || (id !== undefined && outer.isArtifact)
  return {
    isArtifact: outer.isArtifact || isArtifact, ...(content && { content }), ...(actualText !== undefined && { actualText }),
    ...(language !== undefined && { language }), ...(isMixed && { isMixed }),
  }
}

/** Marks inside each other; deeper ones are made to harm. Our own choice: programs write some ten. */
const mostOpen = 10_000

/** The marks that are open while content runs. */
export class Marks {
  private readonly outer: Mark[] = []
  current: Mark

  constructor(current: Mark) {
    this.current = current
  }

  begin(mark: Mark): void {
    if (this.outer.length < mostOpen) this.outer.push(this.current)
    this.current = mark
  }

  end(): void {
    this.current = this.outer.pop() ?? this.current
  }
}
