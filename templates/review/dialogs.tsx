/** What opens over the page: the keys, the person's name, decisions whose texts are gone. */

import { useState } from 'preact/hooks'
import { directionOf, languages } from '../../pipeline/model/language.ts'
import { actions, groups, isHelpOpen, isLostOpen, isNameAsked, isNumberAsked, named } from './actions.ts'
import * as book from './book.ts'
import { person } from './desk.ts'
import { Dialog } from './dialog.tsx'
import { toNumber } from './going.ts'
import { keyNames } from './keys.ts'
import { moment, numberIn, say } from './words.ts'

export const Dialogs = () => (
  <>
    {isHelpOpen.value && <Help />}
    {isNameAsked.value && <Name />}
    {isLostOpen.value && <Lost />}
    {isNumberAsked.value && <BeadNumber />}
  </>
)

function Help() {
  const close = () => { isHelpOpen.value = false }
  return (
    <Dialog id="help" title={say('help.title')} close={close}>
      <div class="help-groups">
        {groups.map((group) => (
          <section key={group}>
            <h3>{say(`help.group.${group}`)}</h3>
            <dl>
              {actions.filter((action) => action.group === group).map((action) => {
                const { latin, arabic } = keyNames(action)
                return <div key={action.name}><dt><kbd dir="ltr">{latin}</kbd>{arabic && <> <kbd dir="ltr" lang="ar">{arabic}</kbd></>}{action.name === 'help' && <> <kbd dir="ltr">?</kbd></>}</dt><dd>{say(`action.${action.name}`)}</dd></div>
              })}
            </dl>
          </section>
        ))}
      </div>
      <p class="quiet">{say('help.pointer')}</p>
      <form method="dialog"><button class="main">{say('close')}</button></form>
    </Dialog>
  )
}

function Name() {
  const [given, setGiven] = useState(person.value)
  const close = () => named('')
  const keep = () => named(given.trim())
  return (
    <Dialog id="name" title={say('name.title')} close={close}>
      <form onSubmit={(event) => { event.preventDefault(); keep() }}>
        <label>{say('name.label')} <input type="text" dir="auto" maxLength={80} autocomplete="name" value={given} onInput={({ currentTarget: { value } }) => setGiven(value)} /></label>
        <p class="quiet">{say('name.about')}</p>
        <button type="submit" class="main" disabled={given.trim() === ''}>{say('save')}</button>
        <button type="button" onClick={close}>{say('name.later')}</button>
      </form>
    </Dialog>
  )
}

function BeadNumber() {
  const [given, setGiven] = useState('')
  const close = () => { isNumberAsked.value = false }
  const wanted = numberIn(given)
  const go = () => {
    close()
    if (wanted !== undefined) toNumber(wanted)
  }
  return (
    <Dialog id="number" title={say('number.title')} close={close}>
      <form onSubmit={(event) => { event.preventDefault(); go() }}>
        <label>{say('number.label')} <input type="text" inputMode="numeric" size={8} value={given} onInput={({ currentTarget: { value } }) => setGiven(value)} /></label>
        {' '}<button type="submit" class="main" disabled={wanted === undefined}>{say('number.go')}</button>
        <button type="button" onClick={close}>{say('cancel')}</button>
      </form>
    </Dialog>
  )
}

function Lost() {
  return (
    <Dialog id="lost" title={say('lost.title')} close={() => { isLostOpen.value = false }}>
      <p class="quiet">{say('lost.about')}</p>
      {book.about.value.lost.map(({ texts, comments, history }, index) => (
        <article key={index}>
          {languages.filter((language) => texts[language].length > 0).map((language) => <p key={language} lang={language} dir={directionOf(language)}>{texts[language].join(' ')}</p>)}
          {comments.map(({ at, by, text }) => <blockquote key={at}><p dir="auto">{text}</p><footer><bdi>{by}</bdi>{' · '}{moment(at)}</footer></blockquote>)}
          <p class="quiet">{history.map(({ what, by, at }) => `${say(`event.${what}`)} · ${by} · ${moment(at)}`).join(say('separator'))}</p>
        </article>
      ))}
      <form method="dialog"><button class="main">{say('close')}</button></form>
    </Dialog>
  )
}
