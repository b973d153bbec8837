/** The interface's own words, in the language that the person reads it in. */

import { computed, effect, signal } from '@preact/signals'
import { createInstance, type i18n } from 'i18next'
import { directionOf, type Bilingual, type Language } from '../../pipeline/model/language.ts'

type Values = Readonly<Record<string, string | number>>

const root = document.documentElement
const kept = 'tawazi-review-language'

export const language = signal<Language>(first())
const instances = signal<Readonly<Record<Language, i18n>> | undefined>(undefined)

function first(): Language {
  const chosen = localStorage.getItem(kept) ?? root.dataset['language']
  return chosen === 'ar' ? 'ar' : 'en'
}

effect(() => {
  root.lang = language.value
  root.dir = directionOf(language.value)
})

export function choose(chosen: Language): void {
  localStorage.setItem(kept, chosen)
  language.value = chosen
}

/** Fetched once, for both languages, so that the switch is at once. */
export async function loadWords(): Promise<void> {
  const all = await (await fetch('words.json')).json() as Record<Language, Record<string, Record<string, unknown>>>
  const made = (lng: Language): i18n => {
    const instance = createInstance()
    void instance.init({ lng, resources: { [lng]: all[lng] }, initAsync: false, interpolation: { escapeValue: false }, showSupportNotice: false } as Parameters<i18n['init']>[0])
    return instance
  }
  instances.value = { en: made('en'), ar: made('ar') }
}

/** For the interface's own words among those of the book. */
export const tongue = () => ({ lang: language.value, dir: directionOf(language.value) })

const locale = computed(() => (language.value === 'en' ? 'en-GB' : `ar-EG-u-nu-${root.dataset['digits'] ?? 'arab'}`))

/** `key` without a namespace is one of the page's own. */
export function say(key: string, values: Values = {}): string {
  const instance = instances.value?.[language.value]
  if (!instance) return ''
  const replace = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? number(value) : value]))
  return instance.t(key.includes(':') ? key : `review:${key}`, { ...values, replace })
}

export function number(value: number, options?: Intl.NumberFormatOptions): string {
  const key = `${locale.value} ${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Intl.NumberFormat(locale.value, options)
  formats.set(key, format)
  return format.format(value)
}

/** Making one costs many times what using it does. */
const formats = new Map<string, Intl.NumberFormat>()

/** A whole number as somebody writes it, in whichever digits. */
export function numberIn(written: string): number | undefined {
  const latin = written.trim().replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6F0))
  return /^\d{1,9}$/.test(latin) ? Number(latin) : undefined
}

export const percent = (share: number): string => number(share, { style: 'percent' })

/** `1:2`, English segments to Arabic ones. */
export const writtenType = ({ en, ar }: Bilingual<readonly unknown[]>): string => `${number(en.length)}:${number(ar.length)}`

/** `YYYY-MM-DDTHH:MM:SSZ` in the person's own time. */
export function moment(at: string): string {
  const date = new Date(at)
  return Number.isNaN(date.valueOf()) ? at : new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' }).format(date)
}

/** What a finding says, as the checks word it; a rule that they do not know says its own name. */
export function wordedFinding(rule: string, values: Values | undefined): { what: string; todo: string } {
  const key = `checks:${nameOf(rule)}`
  return has(`${key}.what`, values) ? { what: say(`${key}.what`, values), todo: has(`${key}.do`, values) ? say(`${key}.do`, values) : '' } : { what: wordedRule(rule), todo: '' }
}

/** A rule's name where no finding fills its wording. */
export const wordedRule = (rule: string): string => (has(`checks:${nameOf(rule)}.name`) ? say(`checks:${nameOf(rule)}.name`) : rule)

const nameOf = (rule: string): string => rule.replace(/^checks\//, '')

const has = (key: string, values: Values = {}): boolean => instances.value?.[language.value].exists(key, { ...values }) ?? false
