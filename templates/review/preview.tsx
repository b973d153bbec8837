/** The page or opening of the bead as it will print, drawn anew some time after each edit. */

import { signal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { isPreviewOpen, togglePreview } from './actions.ts'
import * as book from './book.ts'
import { Dialog } from './dialog.tsx'
import { previewOf, type PreviewPage, type PreviewReply } from './server.ts'
import { language, say } from './words.ts'

const views = ['facing', 'columns', 'interlinear', 'en', 'ar'] as const
const kept = 'tawazi-review-view'
const view = signal<string>(views.find((name) => name === localStorage.getItem(kept)) ?? 'facing')
const reply = signal<PreviewReply | undefined>(undefined)
const isSetting = signal(false)
const isLarge = signal(false)

/** Milliseconds without an edit or a step after which pages are set. */
const calm = 350

export function Preview() {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useSignalEffect(() => {
    // All that the picture hangs on.
    const [line, name] = [book.spot.value.line, view.value]
    if (book.version.value === '' || !isPreviewOpen.value) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void show(line, name), calm)
  })
  return (
    <section class="preview">
      <h2><button type="button" aria-expanded={isPreviewOpen.value} onClick={togglePreview}>{say('preview.title')}</button></h2>
      {isPreviewOpen.value && (
        <>
          <label><span class="unseen">{say('preview.view')}</span>
            <select value={view.value} onChange={({ currentTarget: { value } }) => { view.value = value; localStorage.setItem(kept, value) }}>
              {views.map((name) => <option key={name} value={name}>{say(`preview.views.${name}`)}</option>)}
            </select>
          </label>
          <Pages />
        </>
      )}
    </section>
  )
}

let asked = 0

/** An answer to what was asked for before would show pages of another bead or edition. */
async function show(line: number, name: string): Promise<void> {
  const own = ++asked
  isSetting.value = true
  const found = await previewOf(line, name)
  if (own !== asked) return
  reply.value = found
  isSetting.value = false
}

function Pages() {
  const found = reply.value
  return (
    <div class={isSetting.value ? 'pages setting' : 'pages'} aria-busy={isSetting.value}>
      <p class="quiet" role="status">{isSetting.value ? say('preview.setting') : found ? told(found) : say('preview.setting')}</p>
      {found?.kind === 'pages' && (
        <button type="button" class="spread" dir="ltr" title={say('preview.enlarge')} onClick={() => { isLarge.value = true }}>{pictures(found.pages)}</button>
      )}
      {found?.kind === 'pages' && isLarge.value && (
        <Dialog id="pages-large" title={say('preview.title')} close={() => { isLarge.value = false }}>
          <div class="spread" dir="ltr">{pictures(found.pages)}</div>
          <form method="dialog"><button class="main">{say('close')}</button></form>
        </Dialog>
      )}
    </div>
  )
}

const pictures = (pages: readonly PreviewPage[]) =>
  pages.map(({ picture, number: page }) => <img key={picture} src={`preview/${picture}`} alt={say('preview.page', { number: page })} />)

function told(found: PreviewReply): string {
  switch (found.kind) {
    case 'pages': return found.isNear ? `${say('preview.near')} ${say('preview.note')}` : say('preview.note')
    case 'denied': case 'failed': return found.told[language.value].what
    case 'unreachable': return say('notice.unreachable')
    default: return say('preview.empty')
  }
}
