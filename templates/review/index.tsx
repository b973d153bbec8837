/** The workbench in the browser: reads the book, shows it, follows keys and other windows. */

import { effect } from '@preact/signals'
import { render } from 'preact'
import { askBeforeLeaving } from './begun.ts'
import * as book from './book.ts'
import { begin, isOfFault, notice, wordedNotice } from './desk.ts'
import { Dialogs } from './dialogs.tsx'
import { Fault } from './fault.tsx'
import { Filters } from './filters.tsx'
import { Head } from './head.tsx'
import { followKeys } from './keys.ts'
import { List } from './list.tsx'
import { Panel } from './panel.tsx'
import { StaleEdit } from './stale.tsx'
import { Toolbar } from './toolbar.tsx'
import { language, loadWords, say } from './words.ts'

const Workbench = () => (
  <>
    <Head />
    <Toolbar />
    <Filters />
    <Fault />
    <main class="work">
      <StaleEdit />
      <List />
      <Panel />
    </main>
    <Notice />
    <Dialogs />
  </>
)

function Notice() {
  const given = notice.value
  const worded = given && !isOfFault(given) && wordedNotice(given, language.value)
  return (
    <div class="notices" role="status">
      {worded && <p class="notice">{worded.what} {worded.todo} <button type="button" onClick={() => { notice.value = undefined }}>{say('close')}</button></p>}
    </div>
  )
}

async function start(root: HTMLElement): Promise<void> {
  await Promise.all([loadWords(), begin()])
  root.replaceChildren()
  render(<Workbench />, root)
  followKeys()
  askBeforeLeaving()
  effect(() => { document.title = `${book.about.value.title[language.value]} · ${say('title')}` })
}

const root = document.getElementById('desk')
if (root) void start(root)
