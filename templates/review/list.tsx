/** The lines as one long list, of which only what is on the screen is in the document. */

import { useSignalEffect } from '@preact/signals'
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core'
import { memo } from 'preact/compat'
import { useCallback, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks'
import type { RowSegment } from '../../pipeline/model/desk.ts'
import { isPanelOpen } from './actions.ts'
import * as book from './book.ts'
import { BeadLine, stateOf } from './line.tsx'
import type { Line } from './lines.ts'
import { number, say } from './words.ts'

/** Lines that are ready beyond each edge of the screen. */
const overscan = 6

export function List() {
  const scroller = useRef<HTMLDivElement>(null)
  const [, redraw] = useReducer((count: number, _: unknown) => count + 1, 0)
  const own = useRef<Virtualizer<HTMLDivElement, HTMLDivElement> | undefined>(undefined)
  const shown = book.shown.value
  const lines = book.lines.value
  // The list is laid out from where a line was measured to its end, in each frame: what that asks for lies ready.
  const keys = useMemo(() => Float64Array.from(shown, (index) => lines[index]?.id ?? -1), [lines, shown])
  const heights = useMemo(() => Float64Array.from(shown, (index) => heightOf(lines[index], scroller.current?.clientWidth ?? 800)), [lines, shown])
  const getItemKey = useCallback((at: number) => keys[at] ?? at, [keys])
  const estimateSize = useCallback((at: number) => heights[at] ?? 60, [heights])
  const options = {
    count: shown.length, overscan, scrollToFn: elementScroll, observeElementRect, observeElementOffset,
    getScrollElement: () => scroller.current, getItemKey, estimateSize, onChange: redraw,
  }
  const virtualizer = (own.current ??= new Virtualizer(options))
  virtualizer.setOptions({ ...virtualizer.options, ...options })
  useLayoutEffect(() => virtualizer._didMount(), [])
  useLayoutEffect(() => virtualizer._willUpdate())
  useSignalEffect(() => {
    const { line, align } = book.wanted.value
    const at = book.shown.peek().indexOf(line)
    if (at >= 0) requestAnimationFrame(() => virtualizer.scrollToIndex(at, { align }))
  })
  // A panel that opens beneath the list leaves it less room, which is known a frame later.
  useSignalEffect(() => {
    if (!isPanelOpen.value) return
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const at = book.shown.peek().indexOf(book.spot.peek().line)
      const isTaller = (virtualizer.measurementsCache[at]?.size ?? 0) > (scroller.current?.clientHeight ?? 0)
      if (at >= 0) virtualizer.scrollToIndex(at, { align: isTaller ? 'start' : 'auto' })
    }))
  })
  const items = virtualizer.getVirtualItems()
  return (
    <div class="scroller" ref={scroller} tabIndex={0} role="region" aria-label={say('beads')}>
      {shown.length === 0 && <p class="nothing">{say('no-match')}</p>}
      <div class="lines" style={{ height: `${virtualizer.getTotalSize()}px` }}>
        <div class="stretch" role="list" style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}>
          {items.map(({ key, index: at }) => {
            const index = shown[at] ?? 0
            const line = lines[index]
            return line && <Item key={key} line={line} index={index} at={at} count={shown.length} measure={virtualizer.measureElement} />
          })}
        </div>
      </div>
    </div>
  )
}

interface ItemProps {
  readonly line: Line
  readonly index: number
  /** Among the lines that are shown. */
  readonly at: number
  readonly count: number
  readonly measure: (element: HTMLDivElement | null) => void
}

/** A line that scrolls along is not made anew. */
const Item = memo(({ line, index, at, count, measure }: ItemProps) => {
  const isHere = book.spot.value.line === index
  return (
    <div class="item" role="listitem" data-index={at} ref={measure} aria-setsize={count} aria-posinset={at + 1} aria-current={isHere ? 'true' : undefined}
      aria-label={say('line', { bead: number(index + 1, { useGrouping: false }), state: say(`state.${stateOf(line)}`) })}>
      <BeadLine line={line} index={index} isCurrent={isHere} isInRange={book.anchor.value !== undefined && index >= book.range.value.from && index < book.range.value.to} />
    </div>
  )
})

/** Pixels, before it is measured: by the longer side, in lines of some 7.4 pixels a letter. Our own choice, near enough that nothing jumps. */
function heightOf(line: Line | undefined, width: number): number {
  if (!line) return 60
  const isNarrow = width < 640
  const across = Math.max(12, (isNarrow ? width - 40 : (width - 150) / 2) / 7.4)
  const [en, ar] = [linesFor(line.row.en, across) * 26, linesFor(line.row.ar, across) * 33]
  return 22 + (isNarrow ? 30 + en + ar : Math.max(en, ar))
}

const linesFor = (segments: readonly RowSegment[], across: number): number =>
  Math.max(1, segments.reduce((sum, { text }) => sum + Math.ceil(text.length / across), 0))
