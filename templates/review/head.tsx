/** The head of the page: the book, how far the review has come, steps back and forward, who is working, the language. */

import { languages } from '../../pipeline/model/language.ts'
import { actionNamed, perform, isHelpOpen, isLostOpen, isNameAsked } from './actions.ts'
import * as book from './book.ts'
import { fault, isConnected, pending, person } from './desk.ts'
import { choose, language, percent, say } from './words.ts'

export function Head() {
  const { title, canUndo, canRedo, lost } = book.about.value
  return (
    <header class="head">
      <h1><bdi lang={language.value}>{title[language.value]}</bdi></h1>
      <Progress />
      <Connection />
      <div class="ways">
        {lost.length > 0 && <button type="button" class="warn" onClick={() => { isLostOpen.value = true }}>{say('lost.button', { count: lost.length })}</button>}
        <button type="button" disabled={!canUndo} onClick={() => perform(actionNamed('undo'))}>{say('action.undo')}</button>
        <button type="button" disabled={!canRedo} onClick={() => perform(actionNamed('redo'))}>{say('action.redo')}</button>
        <button type="button" onClick={() => { isNameAsked.value = true }} aria-label={say('name.change', { name: person.value || '—' })}><bdi>{person.value || say('name.unknown')}</bdi></button>
        <div class="switch" role="group" aria-label={say('language')}>
          {languages.map((one) => <button key={one} type="button" lang={one} aria-pressed={language.value === one} onClick={() => choose(one)}>{one === 'en' ? 'English' : 'العربية'}</button>)}
        </div>
        <button type="button" onClick={() => { isHelpOpen.value = true }}>{say('action.help')}</button>
      </div>
    </header>
  )
}

function Connection() {
  const isSaving = isConnected.value && !fault.value
  return <p class={isSaving ? 'connection' : 'connection off'} role="status">{isSaving ? (pending.value > 0 ? say('saving') : say('saved')) : say(isConnected.value ? 'faulty' : 'offline')}</p>
}

function Progress() {
  const all = book.lines.value.length
  const done = book.settled.value
  const share = all === 0 ? 1 : done / all
  return (
    <div class="progress">
      <progress max={1} value={share} aria-label={say('progress.label')} />
      {/* The last bead alone makes it whole. */}
      <span>{say('progress.of', { done, all, share: percent(done < all ? Math.min(share, 0.99) : 1) })}</span>
    </div>
  )
}
