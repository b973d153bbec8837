/** The keyboard: actions by the place of the key, so that an Arabic layout serves as well; names of keys for the help. */

import { actionNamed, actions, isHelpOpen, perform, type Action } from './actions.ts'
import { hush } from './desk.ts'
import { isCutting } from './writing.ts'

/** Keys speak to the book unless the person is writing, choosing or answering. */
export function followKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return
    const found = actionOf(event)
    if (found?.name === 'help' && isHelpOpen.value) document.querySelector<HTMLDialogElement>('dialog.help')?.close()
    else if (event.key === 'Escape' && event.target instanceof HTMLSelectElement) event.target.blur()
    else if (found && !isElsewhere(event, found)) perform(found)
    else return
    event.preventDefault()
  })
  leaveWhatIsPressed()
}

type Press = Pick<Action, 'code' | 'shift' | 'control'>

function actionOf(event: KeyboardEvent): Action | undefined {
  const [isShift, isControl] = [event.shiftKey, event.ctrlKey || event.metaKey]
  const isPressed = ({ code, shift, control }: Press) => code === event.code && Boolean(shift) === isShift && Boolean(control) === isControl
  // It has no place of its own.
  if (event.key === '?' || event.key === '؟') return actionNamed('help')
  const other = otherHabits.find(isPressed)
  return actions.find(isPressed) ?? (other && actionNamed(other.name))
}

/** Keys that do the same elsewhere. */
const otherHabits: readonly (Press & Pick<Action, 'name'>)[] = [
  { name: 'help', code: 'Slash', shift: true }, { name: 'help', code: 'F1' }, { name: 'redo', code: 'KeyY', control: true }, { name: 'search', code: 'KeyF', control: true },
  { name: 'confirm-next', code: 'NumpadEnter' }, { name: 'confirm-undecided', code: 'NumpadEnter', control: true },
]

function isElsewhere({ target, code }: KeyboardEvent, { name }: Action): boolean {
  if (document.querySelector('dialog[open]') || isCutting.value) return true
  // The browser would save its own page, or seek in what is on the screen alone.
  if (name === 'save' || name === 'search' && code !== 'Slash') return false
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('input, textarea, select')) return true
  // A button does what it says on these.
  return target.matches('button, summary, a[href]') && /Enter|Space/.test(code)
}

/** A button or a list that was used by pointer does not keep the keys, which are the book's again. */
function leaveWhatIsPressed(): void {
  let isByPointer = false
  addEventListener('pointerdown', ({ target }) => {
    isByPointer = true
    if (!(target instanceof Element && target.closest('.notices'))) hush()
  }, true)
  addEventListener('keydown', () => { isByPointer = false }, true)
  const leave = (name: 'button' | 'select') => ({ target }: Event) => {
    const used = target instanceof Element && isByPointer && !target.closest('dialog') ? target.closest<HTMLElement>(name) : null
    if (used && used === document.activeElement) used.blur()
  }
  addEventListener('click', leave('button'))
  addEventListener('change', leave('select'))
}

const signs: Readonly<Record<string, string>> = {
  ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→', PageDown: 'PgDn', PageUp: 'PgUp', BracketLeft: '[', BracketRight: ']', Slash: '/', Enter: '⏎', Escape: 'Esc', Space: '␣',
}

/** Letters of the usual Arabic layout at the same places. */
const arabic: Readonly<Record<string, string>> = {
  KeyA: 'ش', KeyC: 'ؤ', KeyD: 'ي', KeyE: 'ث', KeyF: 'ب', KeyG: 'ل', KeyH: 'ا', KeyI: 'ه', KeyJ: 'ت', KeyL: 'م', KeyM: 'ة', KeyN: 'ى', KeyO: 'خ', KeyP: 'ح',
  KeyR: 'ق', KeyS: 'س', KeyT: 'ف', KeyU: 'ع', KeyX: 'ء', KeyZ: 'ئ', BracketLeft: 'ج', BracketRight: 'د', Slash: 'ظ',
}

/** What stands on the key, on a Latin keyboard and on an Arabic one where it differs. */
export function keyNames({ code, shift, control }: Pick<Action, 'code' | 'shift' | 'control'>): { latin: string; arabic: string | undefined } {
  const before = `${control ? 'Ctrl ' : ''}${shift ? '⇧ ' : ''}`
  const letter = arabic[code]
  return { latin: `${before}${signs[code] ?? code.replace('Key', '')}`, arabic: letter && `${before}${letter}` }
}
