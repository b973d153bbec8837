/** From galleys to pages; pure, so that it is tested without a browser. */

export { chooseOpenings } from './openings.ts'
export { choosePages, type PageSettings } from './pages.ts'
export { footOf, headOf, isCut, isSameBreak, noteLines, notesHeight, repeatedHead, shrinkBetween, sliceHeight, tableHeadHeight, textHeight } from './height.ts'
export { breakFaults, breakKind } from './flaws.ts'
export type { Tie } from './places.ts'
