/** Which lines are shown: by state, finding, score, chapter and words. */

import { computed } from '@preact/signals'
import { useRef } from 'preact/hooks'
import * as book from './book.ts'
import { everything, isEverything, rulesIn, states, type State } from './filter.ts'
import { language, number, percent, say, wordedRule } from './words.ts'

const scores = [1, 0.9, 0.6, 0.3] as const

export function Filters() {
  const filter = book.filter.value
  const shown = book.shown.value.length
  return (
    <form class="finder" role="search" onSubmit={(event) => event.preventDefault()} aria-label={say('filter.label')}>
      <label><span class="unseen">{say('filter.state')}</span>
        <select value={filter.state} onChange={({ currentTarget: { value } }) => book.setFilter({ state: value as State })}>
          {states.map((state) => <option key={state} value={state}>{say(`filter.states.${state}`)}</option>)}
        </select>
      </label>
      <Findings />
      <Checks />
      <label><span class="unseen">{say('filter.score')}</span>
        <select value={String(filter.score)} onChange={({ currentTarget: { value } }) => book.setFilter({ score: Number(value) })}>
          {scores.map((score) => <option key={score} value={String(score)}>{score === 1 ? say('filter.any-score') : say('filter.below', { score: percent(score) })}</option>)}
        </select>
      </label>
      <Chapters />
      <Search />
      <output class="count">{isEverything(filter) ? say('filter.all', { count: shown }) : say('filter.shown', { count: shown })}</output>
      {!isEverything(filter) && <button type="button" onClick={() => book.setFilter(everything)}>{say('filter.clear')}</button>}
    </form>
  )
}

/** Both wordings keep their room, so that nothing beside them moves with every edit. */
const Checks = () => (
  <span class="checks">
    {(['current', 'due'] as const).map((state) => <span key={state} class={(state === 'current') === book.about.value.isChecked ? state : 'away'}>{say(`checks.${state}`)}</span>)}
  </span>
)

/** Counted again only when the book has changed. */
const found = computed(() => rulesIn(book.lines.value))

function Findings() {
  const { finding } = book.filter.value
  const rules = found.value
  return (
    <label><span class="unseen">{say('filter.finding')}</span>
      <select value={finding} onChange={({ currentTarget: { value } }) => book.setFilter({ finding: value })}>
        <option value="">{say('filter.findings.all')}</option>
        <option value="any">{say('filter.findings.any')}</option>
        {rules.map(([rule, count]) => <option key={rule} value={rule}>{`${wordedRule(rule)} (${number(count)})`}</option>)}
      </select>
    </label>
  )
}

function Chapters() {
  const { chapter } = book.filter.value
  const titles = book.about.value.chapters[language.value]
  return (
    <label><span class="unseen">{say('filter.chapter')}</span>
      <select value={chapter === undefined ? '' : String(chapter)} onChange={({ currentTarget: { value } }) => book.setFilter({ chapter: value === '' ? undefined : Number(value), language: language.value })}>
        <option value="">{say('filter.all-chapters')}</option>
        {titles.map((title, index) => <option key={index} value={String(index)}>{title || say('filter.untitled', { number: index + 1 })}</option>)}
      </select>
    </label>
  )
}

/** Milliseconds without a key after which the search begins. */
const calm = 150

function Search() {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const { query } = book.filter.value
  const search = (value: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => book.setFilter({ query: value }), calm)
  }
  /** Back to the list: with what was found, or with what was shown before. */
  const leave = (event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }) => {
    if (event.isComposing || !['Escape', 'Enter', 'NumpadEnter', 'ArrowDown'].includes(event.code)) return
    if (event.code !== 'Escape') {
      clearTimeout(timer.current)
      book.setFilter({ query: event.currentTarget.value })
    }
    event.preventDefault()
    event.currentTarget.blur()
  }
  return (
    <label class="query"><span class="unseen">{say('filter.query')}</span>
      <input id="query" type="search" dir="auto" value={query} placeholder={say('filter.query')} onInput={({ currentTarget: { value } }) => search(value)}
        onKeyDown={leave} />
    </label>
  )
}
