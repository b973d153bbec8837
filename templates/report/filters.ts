/** Which beads are shown: by what asks for a look, chapter, kind, score, severity, rule, status, and words of the texts. */

import { fold, wordsOf } from '../site/fold.ts'
import { foundWords, textsOf } from './found.ts'
import type { Rows } from './rows.ts'

type Test = (row: HTMLElement, index: number) => boolean

export function filters(list: HTMLElement, rows: Rows, told: (shown: number) => void): void {
  const form = list.querySelector<HTMLFormElement>('.finer')
  if (!form) return
  form.hidden = false
  wordOptions(form)
  const search = searchIn(rows)
  const show = foundWords()
  const apply = (): void => {
    const words = wordsOf(String(new FormData(form).get('search') ?? ''))
    const tests = [...marked(list), ...chosen(form), ...search(words)]
    told(rows.show((row, index) => tests.every((test) => test(row, index))))
    show(rows.all.filter(({ hidden }) => !hidden), words)
    // A shorter list must not leave the reader below its end.
    if (list.getBoundingClientRect().top < 0) list.scrollIntoView()
  }
  for (const choice of list.querySelectorAll('input[name="show"]')) choice.addEventListener('change', apply)
  form.addEventListener('change', apply)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('reset', () => setTimeout(apply))
  let waiting: ReturnType<typeof setTimeout> | undefined
  form.querySelector('[name="search"]')?.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(apply, 150)
  })
  // What a browser keeps of a form when the page is opened again is heeded.
  apply()
}

/** An option speaks one language only: that of the page. */
function wordOptions(form: HTMLFormElement): void {
  const options = [...form.querySelectorAll<HTMLOptionElement>('option')]
  const word = (): void => {
    const isArabic = document.querySelector<HTMLInputElement>('#ui-ar')?.checked ?? false
    for (const option of options) option.textContent = (isArabic ? option.dataset['ar'] : option.dataset['en']) ?? ''
  }
  for (const choice of document.querySelectorAll('input[name="ui"]')) choice.addEventListener('change', word)
  word()
}

function marked(list: HTMLElement): Test[] {
  const mark = list.querySelector<HTMLInputElement>('input[name="show"]:checked')?.value ?? 'all'
  return mark === 'all' ? [] : [(row) => row.classList.contains(mark)]
}

/** What a choice asks of a row; text that is not chosen asks nothing. */
const asks: Readonly<Record<string, (row: HTMLElement, value: string) => boolean>> = {
  chapter: (row, value) => row.parentElement?.dataset['chapter'] === value,
  kind: (row, value) => (row.dataset['kind'] ?? 'paragraph') === value,
  score: (row, value) => Number(row.dataset['score']) < Number(value),
  severity: (row, value) => row.classList.contains('finding') && row.querySelector(`.found > .${value}`) !== null,
  rule: (row, value) => row.querySelector(`.found > [data-rule="${value}"]`) !== null,
  status: (row, value) => (row.dataset['status'] ?? 'none') === value,
}

function chosen(form: HTMLFormElement): Test[] {
  const values = new FormData(form)
  return Object.entries(asks).flatMap(([name, ask]): Test[] => {
    const value = String(values.get(name) ?? '')
    return value === '' ? [] : [(row) => ask(row, value)]
  })
}

/** Texts are folded when somebody first searches, and kept. Vowel marks, tatweel, seats of hamza and case are the same. */
function searchIn({ all }: Rows): (words: readonly string[]) => Test[] {
  let folded: string[] | undefined
  return (words) => {
    if (words.length === 0) return []
    folded ??= all.map((row) => fold(textsOf(row).map((text) => text.textContent ?? '').join(' ')).text)
    const texts = folded
    return [(_, index) => words.every((word) => texts[index]?.includes(word))]
  }
}
