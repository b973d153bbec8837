/** Links of the manuscripts that lead nowhere once the text is a book. */

import { languages, type Bilingual } from '../model/language.ts'
import { segmentsOf, type Manuscript } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'

/** Addresses on the network, and others that name how they are reached. */
const outside = /^(?:https?|mailto|tel|ftp|doi|urn|geo):/i

/** A path or an id of the manuscript's own: no edition has either. */
export const linkFaults = (manuscripts: Bilingual<Manuscript>): Message[] =>
  languages.flatMap((language) => segmentsOf(manuscripts[language]).flatMap(({ links, place }) =>
    links.filter((link) => !outside.test(link)).map((link): Message => ({ rule: 'check/link-nowhere', severity: 'warning', language, place, values: { link } }))))
