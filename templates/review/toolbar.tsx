/** What can be done to the bead where the person is, by pointer; each with its key. */

import { actionNamed, perform } from './actions.ts'
import { keyNames } from './keys.ts'
import { language, say } from './words.ts'

const shown = [
  { name: 'decide', actions: ['confirm-next', 'reopen', 'omission'] },
  { name: 'pair', actions: ['merge-previous', 'merge-next', 'split', 'join', 'link'] },
  { name: 'words', actions: ['cut', 'edit', 'comment'] },
  { name: 'next', actions: ['next-undecided', 'next-doubtful', 'next-finding'] },
] as const

export const Toolbar = () => (
  <section class="bar" aria-label={say('toolbar')}>
    <div class="toolbar" role="toolbar" aria-label={say('toolbar')} onKeyDown={arrows}>
      {shown.map((group, index) => (
        <div key={group.name} class="group">
          {group.name === 'next' && <span class="label">{say('short.next')}</span>}
          {group.actions.map((name, at) => {
            const action = actionNamed(name)
            return (
              <button key={name} type="button" class={name === 'confirm-next' ? 'main' : undefined} tabIndex={index + at === 0 ? 0 : -1} title={say(`action.${name}`)}
                onMouseDown={(event) => event.preventDefault()} onClick={() => perform(action)}>
                {say(`short.${name}`)} <Key names={keyNames(action)} />
              </button>
            )
          })}
        </div>
      ))}
      <button type="button" tabIndex={-1} class="details" onClick={() => perform(actionNamed('panel'))}>{say('short.panel')}</button>
    </div>
  </section>
)

/** The letter of the keyboard that the reader of the interface most likely has before them. */
export const Key = ({ names }: { names: ReturnType<typeof keyNames> }) => <kbd dir="ltr" aria-hidden="true">{language.value === 'ar' && names.arabic ? names.arabic : names.latin}</kbd>

/** One stop for Tab; arrows go from button to button. */
function arrows(event: KeyboardEvent): void {
  if (event.code !== 'ArrowLeft' && event.code !== 'ArrowRight') return
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')]
  const onward = (event.code === 'ArrowRight') === (document.documentElement.dir === 'ltr')
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  buttons[(at + (onward ? 1 : -1) + buttons.length) % buttons.length]?.focus()
  event.preventDefault()
}
