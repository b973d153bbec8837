/** The page of the search: every sentence that holds all words of the question, in the book's order. */

import { fold, found, wordsOf } from './fold.ts'

type Language = 'en' | 'ar'

interface Index {
  readonly chapters: readonly { readonly file: string; readonly title: Partial<Record<Language, string>> }[]
  readonly segments: readonly (readonly [id: string, chapter: number, text: string])[]
}

/** So many are shown: our own choice. */
const most = 200

export function search(): void {
  const results = document.getElementById('results')
  const status = document.getElementById('found')
  const index = (globalThis as { tawaziIndex?: Index }).tawaziIndex
  const query = new URLSearchParams(location.search).get('q') ?? ''
  if (!results || !status || !index || query.trim() === '') return
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name="q"]')) input.value = query
  const words = wordsOf(query)
  const hits = words.length === 0 ? [] : index.segments.flatMap(([id, chapter, text]) => {
    const stretches = found(words, fold(text))
    return stretches ? [{ id, chapter, text, stretches }] : []
  })
  status.textContent = counted(hits.length, status.dataset) + (hits.length > most ? ` ${status.dataset['more'] ?? ''}` : '')
  results.append(...hits.slice(0, most).map((hit) => item(hit, index)))
}

function counted(count: number, { forms = '{}', locale = 'en' }: DOMStringMap): string {
  const all = JSON.parse(forms) as Record<string, string>
  const form = all[new Intl.PluralRules(locale).select(count)] ?? all['other'] ?? '#'
  return form.replace('#', new Intl.NumberFormat(locale).format(count))
}

interface Hit {
  readonly id: string
  readonly chapter: number
  readonly text: string
  readonly stretches: readonly (readonly [from: number, to: number])[]
}

function item({ id, chapter, text, stretches }: Hit, { chapters }: Index): HTMLElement {
  const language: Language = id.startsWith('ar-') ? 'ar' : 'en'
  const link = inLanguage(document.createElement('a'), language)
  link.href = `${chapters[chapter]?.file ?? ''}#${id}`
  let end = 0
  for (const [from, to] of stretches) {
    const mark = document.createElement('mark')
    mark.textContent = text.slice(from, to)
    link.append(text.slice(end, from), mark)
    end = to
  }
  link.append(text.slice(end))
  const title = inLanguage(document.createElement('span'), language)
  title.className = 'quiet'
  title.textContent = chapters[chapter]?.title[language] ?? ''
  const element = document.createElement('li')
  element.append(link, ' ', title)
  return element
}

function inLanguage<Kind extends HTMLElement>(element: Kind, language: Language): Kind {
  element.lang = language
  element.dir = language === 'ar' ? 'rtl' : 'ltr'
  return element
}
