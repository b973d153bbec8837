/** One sentence of a line: to be read, chosen, cut or written. */

import { useLayoutEffect, useRef } from 'preact/hooks'
import type { RowSegment } from '../../pipeline/model/desk.ts'
import { directionOf, type Language } from '../../pipeline/model/language.ts'
import { choose, confirm, splitAt } from './actions.ts'
import * as book from './book.ts'
import { toUndecided } from './going.ts'
import { segmentAt, type Line } from './lines.ts'
import { Marked } from './marked.tsx'
import { say, tongue } from './words.ts'
import { askToLeaveText, beginCut, beginText, changeText, cutting, draft, leaveCut, leaveText, makeCut, moveCut, placesIn, saveText, selectedPlace } from './writing.ts'

interface Props {
  readonly line: Line
  readonly index: number
  readonly language: Language
  readonly at: number
  readonly segment: RowSegment
}

export function Segment(props: Props) {
  const { line, index, language, at, segment } = props
  const isHere = book.spot.value.line === index
  const here = isHere && book.spot.value.language === language && book.spot.value.at === at
  const span = book.chosen.value[language]
  const number = segmentAt(line, language, at) ?? 0
  const isChosen = span !== undefined && number >= span.from && number < span.to
  const isDrafted = draft.value?.line === line.id && draft.value.language === language && draft.value.at === at
  const isCut = cutting.value?.line === line.id && cutting.value.language === language && cutting.value.at === at
  const press = (event: MouseEvent) => {
    if (book.spot.value.line !== index) book.goTo(index, { extends: event.shiftKey })
    book.stand(language, at)
    if (event.ctrlKey || event.metaKey) choose({ language, at })
  }
  return (
    <div class={`segment${here ? ' here' : ''}${isChosen ? ' chosen' : ''}`}>
      {isHere && at > 0 && <Seam language={language} at={at} />}
      {isDrafted ? <Writing language={language} /> : isCut ? <Cutting segment={segment} language={language} />
        : <p class={`words kind-${segment.kind}`} onClick={press}><Marked line={line} segment={segment} language={language} /></p>}
      {here && !isDrafted && !isCut && <Tools language={language} at={at} isChosen={isChosen} />}
    </div>
  )
}

/** Between two sentences: a press parts the bead there. */
const Seam = ({ language, at }: { language: Language; at: number }) => (
  <button type="button" class="seam" onClick={() => splitAt(language, at)} title={say('split-here')}><span class="unseen">{say('split-here')}</span></button>
)

function Tools({ language, at, isChosen }: { language: Language; at: number; isChosen: boolean }) {
  return (
    <div class="tools" lang={tongue().lang}>
      <button type="button" aria-pressed={isChosen} onClick={() => choose({ language, at })}>{say('tool.choose')}</button>
      <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={() => beginCut(selectedPlace())}>{say('tool.cut')}</button>
      <button type="button" onClick={() => beginText()}>{say('tool.edit')}</button>
    </div>
  )
}

/** The words as they stand in the manuscript, with its markup. */
function Writing({ language }: { language: Language }) {
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const own = area.current
    own?.focus()
    own?.setSelectionRange(own.value.length, own.value.length)
  }, [])
  const keys = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const isControl = event.ctrlKey || event.metaKey
    if (event.key === 'Escape') askToLeaveText()
    else if (event.key === 'Enter' && isControl) saveText(() => confirm(toUndecided))
    else if (event.key === 'Enter' && !event.shiftKey || isControl && event.code === 'KeyS') saveText()
    else return
    event.preventDefault()
  }
  return (
    <div class="writing">
      <textarea ref={area} lang={language} dir={directionOf(language)} aria-label={say(`text-${language}`)} value={draft.value?.text ?? ''} spellcheck rows={3}
        onInput={({ currentTarget: { value } }) => changeText(value)} onKeyDown={keys} />
      <div class="tools" lang={tongue().lang}>
        <button type="button" class="main" onClick={() => saveText()}>{say('save')}</button>
        <button type="button" onClick={leaveText}>{say('cancel')}</button>
        <span class="quiet" {...tongue()}>{say('markup')}</span>
      </div>
    </div>
  )
}

/** The places between words, of which one is marked: arrows move it in the direction of the eye, and a press on any cuts there. */
function Cutting({ segment: { text }, language }: { segment: RowSegment; language: Language }) {
  const group = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => group.current?.focus(), [])
  const places = placesIn(text)
  const marked = cutting.value?.place ?? 0
  const onward = directionOf(language) === 'ltr' ? 'ArrowRight' : 'ArrowLeft'
  const keys = (event: KeyboardEvent) => {
    if (event.code === 'ArrowLeft' || event.code === 'ArrowRight') moveCut(event.code === onward ? 1 : -1)
    else if (event.code === 'Home' || event.code === 'End') moveCut(event.code === 'Home' ? -places.length : places.length)
    else if (event.code === 'Enter' || event.code === 'Space') makeCut(marked)
    else if (event.code === 'Escape') leaveCut()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const words = [0, ...places].map((from, index) => text.slice(from, places[index]))
  return (
    <div class="cutting">
      <div ref={group} class="words" tabIndex={0} role="application" aria-label={say('cut-about')} onKeyDown={keys}>
        {words.map((word, index) => (
          <>
            {index > 0 && <button type="button" tabIndex={-1} class={index - 1 === marked ? 'place marked' : 'place'} onClick={() => makeCut(index - 1)} aria-label={say('cut-before', { word: word.trim() })} />}
            <span>{word}</span>
          </>
        ))}
      </div>
      <div class="tools" lang={tongue().lang}>
        <button type="button" class="main" onClick={() => makeCut(marked)}>{say('cut-here')}</button>
        <button type="button" onClick={leaveCut}>{say('cancel')}</button>
        <span class="quiet" {...tongue()}>{say('cut-about')}</span>
      </div>
    </div>
  )
}
