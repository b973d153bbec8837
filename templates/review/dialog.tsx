/** What opens over the page and takes all keys until it is closed. */

import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface DialogProps {
  readonly id: string
  readonly title: string
  close(): void
  readonly children: ComponentChildren
}

/** The browser keeps the focus inside and gives it back. */
export function Dialog({ id, title, close, children }: DialogProps) {
  const own = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = own.current
    if (!dialog || dialog.open) return
    dialog.showModal()
    // Who is asked begins to write; a text is read from its head, where the browser would go to the button at its end, or to a title before what is asked.
    const asked = dialog.querySelector('input')
    asked?.select()
    ;(asked ?? dialog.querySelector('h2'))?.focus()
  }, [])
  return (
    <dialog ref={own} class={id} aria-labelledby={`${id}-title`} onClose={close}>
      <h2 id={`${id}-title`} tabIndex={-1}>{title}</h2>
      {children}
    </dialog>
  )
}
