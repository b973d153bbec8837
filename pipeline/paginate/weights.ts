/**
 * What every flaw of a page costs, in points: one point is what a page costs that is blank by a tenth of its height.
 * The numbers are our own choice. Those of overhang, passages and segments hardly move the blank: on prose made by
 * chance (331 openings) it is 6 % with them and 6 % without, but the overhang 0.13 of a line with and 0.4 without.
 */

export interface Weights {
  /** Of a wholly blank page; the cost grows with the square of the blank share. The last page of a section is free. */
  readonly blank: number
  /** Of a page of a text alone whose next lines would have fitted; the cost grows with the square of the blank lines, for what ends short in running text looks like a mistake. */
  readonly idle: number
  /** Of a page or opening more, so that of equals the shorter is chosen. */
  readonly page: number
  /** Of one line by which the sides of an opening differ; the cost grows with the square of the lines. */
  readonly overhang: number
  /** Of a paragraph's last line alone at the head of a page, for each column. */
  readonly widow: number
  /** Of a paragraph's first line alone at the foot of a page, for each column. */
  readonly orphan: number
  /** Of a line that ends what stands before a heading, such as the name under a letter, alone at the head of a page. */
  readonly loneLine: number
  /** Of closing lines, such as a name and an address under a letter, at the head of a page. */
  readonly closing: number
  /** Of a page that ends inside a word. */
  readonly hyphen: number
  /** Of a heading with less than two lines of what it heads. */
  readonly strandedHeading: number
  /** Of a table's head without a row. */
  readonly strandedTableHead: number
  /** Of a page that ends inside a passage of a parallel text. */
  readonly brokenPassage: number
  /** Of a page that ends far from where a segment ends, though segments are known. */
  readonly brokenSegment: number
  /** Of a column that goes on overleaf and ends one line more than `levelLines` above the other; the cost grows with the square of the lines. */
  readonly unlevel: number
  /** Of a page that ends inside a stanza, a short table or another group. */
  readonly brokenGroup: number
  /** Of one that ends between two stanzas of a poem. */
  readonly brokenPoem: number
  /** Of one that ends between lines of verse of one sentence, besides. */
  readonly brokenSentence: number
  /** Of one that ends inside an interlinear bead of up to `shortStack` lines, where a reader would have to turn the leaf to compare. */
  readonly brokenStack: number
  /** Of pictures made as small as they may be; the cost grows with the square of the share. */
  readonly shrink: number
  /** Of each note that goes on over the page. */
  readonly partedNote: number
  /** Of each line of notes that stands on a later page than it could. */
  readonly carriedLine: number
  /** Of a page that holds nothing but notes; of one on which they take more than `mostNotes`, less, with the square of what is more. */
  readonly crowded: number
  /** Of a page without a line of a note that goes on over it; the more it holds, up to the share `mostNotes`, the less. */
  readonly stalledNote: number
  /** Of each note that has less than two lines on the page of its reference. */
  readonly lateNote: number
  /** Of each line that a section's last page has less than `runtLines`. */
  readonly runt: number
  /** Of a page whose least height is more than its room, and again of each room's height by which it is. */
  readonly overfull: number
}

export const weights: Weights = {
  blank: 100,
  idle: 0.3,
  page: 1,
  overhang: 3,
  brokenPassage: 0.5,
  brokenSegment: 1.5,
  unlevel: 1,
  brokenGroup: 6,
  brokenPoem: 2,
  brokenSentence: 4,
  brokenStack: 14,
  shrink: 16,
  partedNote: 3,
  carriedLine: 0.1,
  stalledNote: 80,
  crowded: 10,
  runt: 4,
  loneLine: 8,
  closing: 12,
  widow: 60,
  orphan: 60,
  // What follows is dearer than any blank, so chosen only where nothing else is possible.
  hyphen: 1_000,
  lateNote: 1_000,
  strandedHeading: 10_000,
  strandedTableHead: 10_000,
  overfull: 1_000_000,
}

/** Lines that a section's last page should have. */
export const runtLines = 5

/** Share of a page up to which notes may take it as if it were theirs. */
export const mostNotes = 0.6

/** Lines of a note that stand on the page of its reference. */
export const leastNoteLines = 2

/** Lines of what follows that a heading keeps with it. */
export const leastHeadedLines = 2

/** Lines of an interlinear bead that is better kept whole. */
export const shortStack = 10

/** Lines by which the columns of a page may differ at its foot. */
export const levelLines = 1

/** Segments of more lines than this may be broken far from their ends. */
export const longSegment = 4

/** Share of the room up to which a table's head is set once more on each page of its table. */
export const largestRepeatedHead = 1 / 3
