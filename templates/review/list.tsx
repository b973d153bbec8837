/** The lines as one long list, of which only what is on the screen is in the document. */

import { useSignalEffect } from '@preact/signals'
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core'
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks'
import * as book from './book.ts'
import { BeadLine, stateOf } from './line.tsx'
import { textsOf, type Line } from './lines.ts'
import { number, say } from './words.ts'

/** Lines that are ready beyond each edge of the screen. */
const overscan = 6

export function List() {
  const scroller = useRef<HTMLDivElement>(null)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const own = useRef<Virtualizer<HTMLDivElement, HTMLDivElement> | undefined>(undefined)
  const shown = book.shown.value
  const lines = book.lines.value
  const options = {
    count: shown.length, overscan, scrollToFn: elementScroll, observeElementRect, observeElementOffset,
    getScrollElement: () => scroller.current,
    getItemKey: (at: number) => lines[shown[at] ?? -1]?.id ?? at,
    estimateSize: (at: number) => heightOf(lines[shown[at] ?? -1], scroller.current?.clientWidth ?? 800),
    onChange: (_: unknown, isScrolling: boolean) => { void isScrolling; redraw(undefined as never) },
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
  return (
    <div class="scroller" ref={scroller} tabIndex={0} role="region" aria-label={say('beads')}>
      {shown.length === 0 && <p class="nothing">{say('no-match')}</p>}
      <div class="lines" role="list" style={{ height: `${virtualizer.getTotalSize()}px` }}>
        {virtualizer.getVirtualItems().map(({ key, index: at, start }) => {
          const index = shown[at] ?? 0
          const line = lines[index]
          return line && (
            <div key={key} class="item" role="listitem" data-index={at} ref={virtualizer.measureElement} style={{ transform: `translateY(${start}px)` }}
              aria-setsize={shown.length} aria-posinset={at + 1} aria-current={index === book.spot.value.line ? 'true' : undefined}
              aria-label={say('line', { bead: number(index + 1, { useGrouping: false }), state: say(`state.${stateOf(line)}`) })}>
              <BeadLine line={line} index={index} isCurrent={index === book.spot.value.line} isInRange={book.anchor.value !== undefined && index >= book.range.value.from && index < book.range.value.to} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Pixels, before it is measured: by the longer side, in lines of some 7.4 pixels a letter. Our own choice, near enough that nothing jumps. */
function heightOf(line: Line | undefined, width: number): number {
  if (!line) return 60
  const isNarrow = width < 640
  const across = Math.max(12, (isNarrow ? width - 40 : (width - 150) / 2) / 7.4)
  const [en, ar] = (['en', 'ar'] as const).map((language) => Math.max(1, Math.ceil(textsOf(line, language).length / across)) * (language === 'en' ? 26 : 33))
  return 22 + (isNarrow ? 30 + (en ?? 0) + (ar ?? 0) : Math.max(en ?? 0, ar ?? 0))
}
