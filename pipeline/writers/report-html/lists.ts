/** The report's lists: what was left out of the text, and what the build has to say. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import { languages } from '../../model/language.ts'
import type { Removal, RemovalReason } from '../../model/manuscript.ts'
import { isolate } from '../../typography/isolate.ts'
import type { Report, ReportedMessage } from '../report-json/index.ts'
import { inLines, tagged, type Interface } from '../ui.ts'
import { severities } from './findings.ts'
import { beadFinder, placeElement, type BeadAt } from './places.ts'
import { nothing, section } from './section.ts'

/** What an editor is likeliest to object to stands first. */
const reasons: readonly RemovalReason[] = ['label', 'repeated-title', 'metadata', 'html', 'comment', 'recommended', 'navigation', 'printed-url']

/** By reason, so that an editor can object to a kind or to a single line. */
export function removedSection(told: Report, ui: Interface): Element {
  const beadAt = beadFinder(told)
  const groups = reasons.flatMap((reason) => {
    const items = told.removed.filter((removal) => removal.reason === reason)
    return items.length > 0 ? [removedGroup(reason, items, beadAt, ui)] : []
  })
  return section('removed', ui, groups.length > 0 ? [h('p', ui.both('report:removed-note')), ...groups] : [nothing(ui, 'report:removed-none')])
}

function removedGroup(reason: RemovalReason, items: readonly Removal[], beadAt: BeadAt, ui: Interface): Element {
  return h('div', { className: ['group'] }, [
    h('h3', ui.bothOf((words) => [`${words(`report:reason.${reason}`)} `, h('b', words.number(items.length))])),
    h('ul', inLines(items.map(({ place, text, language }) => h('li', [
      isolate(h('span', { className: ['quoted'], ...tagged(language) }, ...withPaths(text)), language),
      h('span', { className: ['aside'] }, placeElement(place, beadAt)),
    ])))),
  ])
}

/** A link's target within its site, `(/a/b)`, is no running text of either language. */
const withPaths = (text: string): (string | Element)[] =>
  text.split(/(?<=\()([/#?.][^\s()]*)(?=\))/).map((part, index) => (index % 2 === 1 ? h('bdi', { dir: 'ltr', lang: 'en' }, part) : part))

export function messagesSection(told: Report, ui: Interface): Element {
  const beadAt = beadFinder(told)
  const messages = severities.flatMap((severity) => told.messages.filter((message) => message.severity === severity))
  return section('messages', ui, messages.length === 0
    ? [nothing(ui, 'report:messages-none')]
    : [h('ul', inLines(messages.map((message) => messageItem(message, beadAt, ui))))])
}

function messageItem({ severity, place, counterpart, wording }: ReportedMessage, beadAt: BeadAt, ui: Interface): Element {
  return h('li', { className: ['message', severity] }, [
    h('span', { className: ['severity'] }, ui.both(`report:severity.${severity}`)),
    ...languages.map((language) => h('div', { dataUi: language, ...tagged(language) }, [
      isolate(h('p', { className: ['what'] }, wording[language].what), language),
      isolate(h('p', { className: ['todo'] }, wording[language].do), language),
    ])),
    h('span', { className: ['aside'] }, [place, counterpart].flatMap((one) => (one ? [placeElement(one, beadAt), ' '] : []))),
  ])
}
