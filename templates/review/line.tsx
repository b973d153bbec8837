/** One bead: its number and state, its sentences on both sides, and what has changed since somebody decided on it. */

import { directionOf, languages, type Language } from '../../pipeline/model/language.ts'
import { shiftOn } from './actions.ts'
import * as book from './book.ts'
import { isDoubtful, openFindings, type Line } from './lines.ts'
import { Changes } from './marked.tsx'
import { Segment } from './segment.tsx'
import { number, percent, say, tongue, writtenType } from './words.ts'

interface Props {
  readonly line: Line
  readonly index: number
  readonly isCurrent: boolean
  readonly isInRange: boolean
}

export function BeadLine({ line, index, isCurrent, isInRange }: Props) {
  const { row } = line
  const classes = ['line', stateOf(line), isCurrent && 'current', isInRange && 'in-range', openFindings(line).length > 0 && 'found', isHeading(line) && 'heading']
  return (
    <div class={classes.filter(Boolean).join(' ')} onClick={(event) => press(event, index)}>
      <Margin line={line} index={index} />
      {languages.map((language) => (
        <div key={language} class={`side ${language}`} lang={language} dir={directionOf(language)}>
          {row[language].length === 0 && <p class="none" {...tongue()}><span>{say(`nothing.${language}`)}</span></p>}
          {row[language].map((segment, at) => <Segment key={at} line={line} index={index} language={language} at={at} segment={segment} />)}
          {row.before && <Before line={line} language={language} before={row.before[language]} />}
          {isCurrent && <Edges language={language} />}
        </div>
      ))}
    </div>
  )
}

export const stateOf = ({ row }: Line): string => row.status ?? 'undecided'

const isHeading = ({ row }: Line): boolean => [...row.en, ...row.ar].some(({ kind }) => kind === 'heading')

/** A press on a sentence has been heard by it already. */
function press(event: MouseEvent, index: number): void {
  if (book.spot.value.line !== index && !(event.target as HTMLElement).closest('.words, button')) book.goTo(index, { extends: event.shiftKey })
}

function Margin({ line, index }: { line: Line; index: number }) {
  const findings = openFindings(line).length
  const { comments } = line.row
  return (
    <div class="margin">
      <span class="number">{number(index + 1, { useGrouping: false })}</span>
      <span class="type"><bdi dir="ltr">{writtenType(line.row)}</bdi></span>
      <span class="state">{say(`state.${stateOf(line)}`)}</span>
      {line.row.status === undefined && <span class={isDoubtful(line) ? 'score low' : 'score'} title={say('score')}>{percent(line.row.score)}</span>}
      {findings > 0 && <span class="flag">{say('findings', { count: findings })}</span>}
      {comments.length > 0 && <span class="comments">{say('comments', { count: comments.length })}</span>}
    </div>
  )
}

/** What was decided on, word by word against what stands there now. */
function Before({ line, language, before }: { line: Line; language: Language; before: readonly string[] }) {
  const [old, now] = [before.join(' '), line.row[language].map(({ text }) => text).join(' ')]
  if (old === now) return null
  return (
    <div class="before">
      <p class="label" {...tongue()}>{say('changed-since')}</p>
      <p><Changes before={old} now={now} language={language} /></p>
    </div>
  )
}

const edges = [['upper', -1], ['upper', 1], ['lower', -1], ['lower', 1]] as const

/** The edges of one side move by a sentence. */
const Edges = ({ language }: { language: Language }) => (
  <div class="edges" role="group" aria-label={say(`edges-${language}`)} lang={tongue().lang}>
    {edges.map(([edge, by]) => {
      const name = `${edge}-${by === 1 ? 'down' : 'up'}`
      return (
        <button key={name} type="button" class={name} title={say(`action.${name}`)} aria-label={say(`action.${name}`)} onClick={() => shiftOn(language, edge, by)}>
          <Edge edge={edge} by={by} />
        </button>
      )
    })}
  </div>
)

/** A line of text, its edge, and the way that it goes. */
const Edge = ({ edge, by }: { edge: 'upper' | 'lower'; by: 1 | -1 }) => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path class="block" d={edge === 'upper' ? 'M2 12.5h12M2 9.5h12' : 'M2 3.5h12M2 6.5h12'} />
    <path d={by === 1 ? (edge === 'upper' ? 'M8 1v5M5.5 3.8 8 6.3l2.5-2.5' : 'M8 9.5v5M5.5 12 8 14.5l2.5-2.5') : (edge === 'upper' ? 'M8 6.5V1.5M5.5 4 8 1.5 10.5 4' : 'M8 14.5v-5M5.5 12 8 9.5l2.5 2.5')} />
  </svg>
)
