/** An edit that came too late: what it was, what has changed since, and the way to do it after all. */

import type { Edit } from '../../pipeline/model/desk.ts'
import { directionOf, languages } from '../../pipeline/model/language.ts'
import * as book from './book.ts'
import { stale, want, type Stale } from './desk.ts'
import { hasSameTexts, textsOf, type Line } from './lines.ts'
import { Changes } from './marked.tsx'
import { retargeted } from './retarget.ts'
import { number, say } from './words.ts'
import { beginText } from './writing.ts'

export function StaleEdit() {
  const kept = stale.value
  if (!kept) return null
  const { edit, line, seen } = retargeted(kept.asked, kept.seen, book.lines.value)
  const now = book.lines.value[line]
  return (
    <section class="stale" role="alert" aria-label={say('stale.title')}>
      <h2>{say('stale.title')}</h2>
      <p>{say('stale.about', { what: say(`edit.${kept.asked.kind}`), bead: number(line + 1, { useGrouping: false }) })}</p>
      {'text' in kept.asked && <blockquote {...tongueOf(kept.asked)}>{kept.asked.text}</blockquote>}
      {seen && now && <WhatChanged seen={seen} now={now} />}
      <div class="tools">
        <button type="button" class="main" onClick={() => again(kept)}>{say(edit ? 'stale.again' : kept.asked.kind === 'text' ? 'stale.there-text' : 'stale.there')}</button>
        <button type="button" onClick={leave}>{say('stale.leave')}</button>
      </div>
    </section>
  )
}

/** Words of a manuscript have its direction, whatever they begin with; a comment may be in any language. */
const tongueOf = (asked: Edit) => ('language' in asked ? { lang: asked.language, dir: directionOf(asked.language) } : { dir: 'auto' as const })

function WhatChanged({ seen, now }: { seen: Line; now: Line }) {
  if (hasSameTexts(seen, now)) return <p class="quiet">{say('stale.elsewhere')}</p>
  return (
    <dl>
      {languages.filter((language) => textsOf(seen, language) !== textsOf(now, language)).map((language) => (
        <div key={language}><dt>{say(`side.${language}`)}</dt><dd><Changes before={textsOf(seen, language)} now={textsOf(now, language)} language={language} /></dd></div>
      ))}
    </dl>
  )
}

/** Where its text stands no more, the person is brought to the likest place, with their words in hand. */
function again({ asked, seen }: Stale): void {
  const { edit, line } = retargeted(asked, seen, book.lines.value)
  book.goTo(line, { align: 'center' })
  if (edit) void want(() => edit)
  else if (asked.kind === 'text') {
    book.stand(asked.language, 0)
    if (!beginText(asked.text)) return
  }
  leave()
}

function leave(): void {
  stale.value = undefined
}
