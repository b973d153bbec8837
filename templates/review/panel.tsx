/** Beside the list: what is known of the bead where the person is, and the page on which it will print. */

import type { Finding } from '../../pipeline/model/finding.ts'
import { languages } from '../../pipeline/model/language.ts'
import { accept, comment, isPanelOpen, send } from './actions.ts'
import * as begun from './begun.ts'
import * as book from './book.ts'
import type { Line } from './lines.ts'
import { stateOf } from './line.tsx'
import { Preview } from './preview.tsx'
import { moment, number, percent, say, writtenType, wordedFinding } from './words.ts'

export function Panel() {
  const line = book.line.value
  return (
    <aside class={isPanelOpen.value ? 'panel open' : 'panel'} aria-label={say('panel.label')}>
      <button type="button" class="close-panel" onClick={() => { isPanelOpen.value = false }}>{say('close')}</button>
      {line && <About line={line} />}
      <Preview />
    </aside>
  )
}

function About({ line }: { line: Line }) {
  const { row } = line
  return (
    <section class="about">
      <h2 aria-live="polite">{say('panel.bead', { bead: number(book.spot.value.line + 1, { useGrouping: false }) })} <bdi class="type" dir="ltr">{writtenType(line.row)}</bdi></h2>
      <p><span class={`badge ${stateOf(line)}`}>{say(`state.${stateOf(line)}`)}</span> <span class="quiet">{say(`decided.${row.decidedBy}`)}{' · '}{say('panel.score', { score: percent(row.score) })}</span></p>
      <p class="places quiet">{languages.flatMap((language) => row[language].slice(0, 1)).map(({ place }) => <bdi key={place.file} dir="ltr">{`${place.file}:${place.line}`}</bdi>)}</p>
      {row.findings.length > 0 && <h3>{say('panel.findings')}</h3>}
      {row.findings.map((finding, index) => <Found key={`${line.id} ${finding.rule} ${index}`} finding={finding} id={`reason-${row.findings.slice(0, index).filter(({ accepted }) => !accepted).length}`} />)}
      <h3>{say('panel.comments')}</h3>
      {row.comments.map(({ at, by, text }) => <blockquote key={at + by + text}><p dir="auto">{text}</p><footer><bdi>{by}</bdi>{' · '}<time dateTime={at}>{moment(at)}</time></footer></blockquote>)}
      <CommentForm id={line.id} />
      {row.history.length > 0 && <h3>{say('panel.history')}</h3>}
      <ol class="history">
        {row.history.toReversed().map(({ at, by, what }, index) => <li key={index}><span>{say(`event.${what}`)}</span> <span class="quiet"><bdi>{by}</bdi>{' · '}<time dateTime={at}>{moment(at)}</time></span></li>)}
      </ol>
    </section>
  )
}

function CommentForm({ id }: { id: number }) {
  const said = begun.comments.value[id] ?? ''
  const add = () => { if (said.trim() !== '') comment(said.trim(), () => begun.handedIn(begun.comments, id)) }
  return (
    <form class="comment" onSubmit={(event) => { event.preventDefault(); add() }}>
      <textarea id="comment" rows={2} dir="auto" aria-label={say('panel.comment')} placeholder={say('panel.comment')} value={said} onInput={({ currentTarget: { value } }) => begun.keep(begun.comments, id, value)}
        onKeyDown={(event) => leaveOrSend(event, add)} />
      <button type="submit" disabled={said.trim() === ''}>{say('panel.add')}</button>
    </form>
  )
}

function Found({ finding: { rule, severity, values, accepted }, id }: { finding: Finding; id: string }) {
  const { what, todo } = wordedFinding(rule, values)
  const key = `${book.line.value?.id ?? ''} ${rule}`
  const reason = begun.reasons.value[key] ?? ''
  const take = () => { if (reason.trim() !== '') accept(rule, reason.trim(), () => begun.keep(begun.reasons, key, '')) }
  return (
    <div class={`finding ${accepted ? 'accepted' : severity}`}>
      <p><strong>{say(`severity.${severity}`)}</strong> {what}</p>
      {todo !== '' && !accepted && <p class="quiet">{todo}</p>}
      {accepted
        ? <p class="quiet">{say('panel.accepted', { by: accepted.by })} <q dir="auto">{accepted.reason}</q> <button type="button" onClick={() => send(() => ({ kind: 'unaccept', bead: book.spot.value.line, rule }))}>{say('panel.unaccept')}</button></p>
        : (
          <form onSubmit={(event) => { event.preventDefault(); take() }}>
            <input id={id} type="text" dir="auto" aria-label={say('panel.reason')} placeholder={say('panel.reason')} value={reason} onInput={({ currentTarget: { value } }) => begun.keep(begun.reasons, key, value)}
              onKeyDown={(event) => { if (event.key === 'Escape') event.currentTarget.blur() }} />
            <button type="submit" disabled={reason.trim() === ''}>{say('action.accept')}</button>
          </form>
        )}
    </div>
  )
}

function leaveOrSend(event: KeyboardEvent, act: () => void): void {
  if (event.key === 'Escape') (event.currentTarget as HTMLElement).blur()
  else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault()
    act()
    ;(event.currentTarget as HTMLElement).blur()
  }
}
