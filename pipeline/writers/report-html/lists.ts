/** The report's lists: what was left out, what the build has to say, what was proved. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import { languages } from '../../model/language.ts'
import type { Removal } from '../../model/manuscript.ts'
import { isolate } from '../../typography/isolate.ts'
import type { Report, ReportedMessage } from '../report-json/index.ts'
import { both, bothBy, tagged } from '../ui.ts'
import { placeElement } from './index.ts'

const none = (): Element => h('p', { className: ['empty'] }, both('report:nothing'))

/** By reason, so that an editor can object to a kind or to a single line. */
export function removedSection({ removed }: Report): Element {
  const reasons = [...new Set(removed.map(({ reason }) => reason))]
  const groups = reasons.flatMap((reason) => {
    const items = removed.filter((removal) => removal.reason === reason)
    return [h('h3', both(`report:reason.${reason}`, { number: items.length })), h('ul', { className: ['plain'] }, items.map(removedItem))]
  })
  return h('section', { ariaLabelledBy: 'removed' }, [
    h('h2', { id: 'removed' }, both('report:removed')),
    h('p', both('report:removed-note')),
    ...(groups.length > 0 ? groups : [none()]),
  ])
}

const removedItem = ({ place, text, language }: Removal): Element =>
  h('li', [placeElement(place), isolate(h('span', tagged(language), text), language)])

export function messagesSection({ messages }: Report): Element {
  return h('section', { ariaLabelledBy: 'messages' }, [
    h('h2', { id: 'messages' }, both('report:messages')),
    messages.length > 0 ? h('ul', { className: ['plain'] }, messages.map(messageItem)) : none(),
  ])
}

function messageItem({ severity, place, counterpart, wording }: ReportedMessage): Element {
  return h('li', [
    h('span', { className: ['severity'] }, both(`report:severity.${severity}`)), ' ',
    ...[place, counterpart].flatMap((one) => (one ? [placeElement(one)] : [])),
    ...languages.map((language) => h('span', { 'data-ui': language, ...tagged(language) }, [
      isolate(h('span', { className: ['what'] }, wording[language].what), language),
      isolate(h('span', { className: ['todo'] }, wording[language].do), language),
    ])),
  ])
}

export function proofSection({ editions }: Report): Element {
  const cell = (count: number | undefined) => h('td', count === undefined ? '—' : bothBy((words) => words.number(count)))
  return h('section', { ariaLabelledBy: 'proof' }, [
    h('h2', { id: 'proof' }, both('report:proof')),
    h('p', both('report:proof-note')),
    editions.length === 0 ? none() : h('table', [
      h('thead', h('tr', ['edition', 'words-en', 'words-ar'].map((key) => h('th', { scope: 'col' }, both(`report:figure.${key}`))))),
      h('tbody', editions.map(({ name, words }) => h('tr', [h('th', { scope: 'row' }, h('bdi', { dir: 'ltr' }, name)), cell(words.en), cell(words.ar)]))),
    ]),
  ])
}
