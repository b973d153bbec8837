/** The keyboard: actions by the place of the key, so that an Arabic layout serves as well; names of keys for the help. */

import { actions, type Action } from './actions.ts'
import { isCutting } from './writing.ts'

/** Keys speak to the book unless the person is writing, choosing or answering. */
export function followKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || isElsewhere(event)) return
    const control = event.ctrlKey || event.metaKey
    const found = actions.find((action) => action.code === event.code && Boolean(action.shift) === event.shiftKey && Boolean(action.control) === control) ?? redoByY(event, control)
    if (!found) return
    event.preventDefault()
    found.run()
  })
}

/** The other habit for redoing. */
const redoByY = (event: KeyboardEvent, control: boolean): Action | undefined =>
  (control && event.code === 'KeyY' ? actions.find(({ name }) => name === 'redo') : undefined)

function isElsewhere({ target, code }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]') || isCutting.value) return true
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('input, textarea, select')) return true
  // A button does what it says on these.
  return target.matches('button, summary, a[href]') && (code === 'Enter' || code === 'Space')
}

const signs: Readonly<Record<string, string>> = {
  ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→', BracketLeft: '[', BracketRight: ']', Slash: '/', Enter: '⏎', Escape: 'Esc', Space: '␣',
}

/** Letters of the usual Arabic layout at the same places. */
const arabic: Readonly<Record<string, string>> = {
  KeyA: 'ش', KeyC: 'ؤ', KeyD: 'ي', KeyE: 'ث', KeyF: 'ب', KeyG: 'ل', KeyH: 'ا', KeyI: 'ه', KeyL: 'م', KeyM: 'ة', KeyN: 'ى', KeyO: 'خ', KeyP: 'ح',
  KeyR: 'ق', KeyS: 'س', KeyU: 'ع', KeyX: 'ء', KeyZ: 'ئ', BracketLeft: 'ج', BracketRight: 'د', Slash: 'ظ',
}

/** What stands on the key, on a Latin keyboard and on an Arabic one where it differs. */
export function keyNames({ code, shift, control }: Pick<Action, 'code' | 'shift' | 'control'>): { latin: string; arabic: string | undefined } {
  const before = `${control ? 'Ctrl ' : ''}${shift ? '⇧ ' : ''}`
  const letter = arabic[code]
  return { latin: `${before}${signs[code] ?? code.replace('Key', '')}`, arabic: letter && `${before}${letter}` }
}
