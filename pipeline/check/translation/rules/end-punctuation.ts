/** A question on one side alone. */

import { folded } from '../../../align/stem.ts'
import { bilingual, counterpartOf, languages, type Language } from '../../../model/language.ts'
import { endOf, type End } from '../ends.ts'
import { endsTold, lastOf } from '../last.ts'
import type { BeadRule } from '../rule.ts'

/** A question that wants no answer may be an exclamation; a sentence that goes on behind a comma asks, if at all, at its end. */
const mayAsk: ReadonlySet<End> = new Set<End>(['exclamation', 'comma'])

/** Where the other side puts the question inside its sentence, that is the question. */
export const endPunctuation: BeadRule = {
  name: 'end-punctuation', severity: 'warning', sees: 'bead',
  check: (bead) => {
    const last = lastOf(bead)
    if (!last) return []
    const ends = bilingual((language) => endOf(last[language].segment.text))
    const [asking, ...both] = languages.filter((language) => ends[language] === 'question')
    if (!asking || both.length > 0) return []
    const other = counterpartOf(asking)
    if (isSaidOtherwise[asking](last.en.segment.text, last.ar.segment.text)) return []
    const hasQuestion = bead[other].some(({ segment }) => /[?؟]/.test(segment.text))
    return hasQuestion || mayAsk.has(ends[other]) ? [] : [endsTold(last)]
  },
}

/**
 * Whether both languages say the same, one of them as a question. “Let's go, shall we?” asks for nothing that Arabic would ask, nor does
 * “Aren't they written in the book?” where the Arabic has no word that asks. What English tells indirectly, “to see whether”, Arabic asks outright.
 */
const isSaidOtherwise: Readonly<Record<Language, (en: string, ar: string) => boolean>> = {
  en: (en, ar) => request.test(en) || (denying.test(en) && !asks.test(folded(ar, 'ar'))),
  ar: (en) => indirect.test(en),
}

const indirect = /\bwhether\b|\b(?:ask|asked|asks|asking|wonder|wonders|wondered)\b|\b(?:tell|know|see|say|show|understand|inquire)\b[^.!?]*\b(?:what|who|whom|whose|where|when|why|how|which|if)\b/i
const request = /, (?:shall we|will you|won['’]t you|would you)\?\P{L}*$/iu
const denying = /\b\p{L}+n['’]t (?:I|you|he|she|it|we|they|this|that|these|those|there|the)\b[^.!?]*\?\P{L}*$/iu
/** Words that ask wherever they stand, folded, and those that do at the head of a clause alone: كل ما عمل asks nothing. */
const asks = /(?<!\p{L})[وف]?(?:هل|ماذا|لماذا|كيف|متي|اين|اليس|اليست|الن|افلا|اولا|اولم|افلم|بم|عم|لمن|ممن)(?!\p{L})|(?:^|[«»“”":،.؟!؛([]\s*)[وف]?(?:ما|لم|كم|من|اي|الم|الا|اما|ام)(?!\p{L})/u
