/** What one language asks and the other says without asking. */

import { folded } from '../../align/stem.ts'
import type { Language } from '../../model/language.ts'

/** Whether a sentence that asks in one language alone says what the other says: in English an offer, a request or a denial, in Arabic a reproach or a question that English tells indirectly. */
export const isSaidOtherwise: Readonly<Record<Language, (en: string, ar: string) => boolean>> = {
  en: (en, ar) => (isDenied.test(en) && !asksYesOrNo(ar)) || (!asks(ar) && (request.test(en) || denying.test(en) || rhetorical.test(en) || isPolite(en, ar) || (supposing.test(en) && perhaps.test(folded(ar, 'ar'))))),
  ar: (en, ar) => indirect.test(en) || reproach.test(bare(ar)),
}

/** Whether a text exclaims as often as the other side asks, and asks nothing behind that: “What a flood!” answers “Was there ever such a flood?” */
export function exclaimsInstead(text: string, asking: string): boolean {
  const exclamations = text.match(/!+/g)?.length ?? 0
  return exclamations > 0 && exclamations >= (asking.match(/[?؟!]+/g)?.length ?? 0) && !asks(text.slice(text.lastIndexOf('!') + 1))
}

const bare = (text: string): string => text.replaceAll(/[\p{M}\u0640]/gu, '')

/** “Let's go, shall we?” asks for nothing that Arabic would ask. */
const request = /, (?:shall we|will you|won['’]t you|would you)\?\P{L}*$/iu

/** “Aren't they written in the book?” where the Arabic has no word that asks. */
const denying = /\b\p{L}+n['’]t (?:I|you|he|she|it|we|they|this|that|these|those|there|the)\b[^.!?]*\?\P{L}*$/iu

/** Such a question at the head of its clause, which is answered by yes or no: behind it neither كيف nor ماذا asks the same. */
const isDenied = /(?:^|[.!?;:,“‘(—-] ?)(?:(?:and|but|or|so|then) )?\p{L}+n['’]t (?:I|you|he|she|it|we|they|this|that|these|those|there|the)\b[^.!?]*\?\P{L}*$/iu

/** “Could you help me?” is من فضلك ساعدني, “May I show you in?” an announcement. */
const polite = /(?:^|[.!?,;:“‘"] ?)(?:please,? )?(?:may|can|could|would|will|won['’]t|wouldn['’]t) (?:I|we|you)\b[^.!?]*\?\P{L}*$/iu
const isPolite = (en: string, ar: string): boolean => polite.test(en) && (/\bmay (?:I|we)\b/i.test(en) || /(?<!\p{L})(?:من فضلك|لو سمح|رجاء|[اأ]رجو|اسمح|تفضل)/u.test(bare(ar)))

const rhetorical = /\bhow much (?:more|less)\b/i
const supposing = /\bwhat if\b/i
const perhaps = /(?<!\p{L})[وف]?(?:ربما|لعل|عسي)/u

/** What English tells indirectly, “to see whether”, Arabic asks outright. */
const indirect = new RegExp([
  '\\bwhether\\b', '\\b(?:ask|wonder)(?:s|ed|ing)?\\b', '\\b[ie]nquir(?:e|es|ed|ing)\\b', '\\b(?:about|of|as to|on) (?:what|who|whom|whose|where|when|why|how|which)\\b',
  '\\b(?:tell|tells|told|know|knows|knew|see|saw|say|said|show|showed|understand|understood|learn|learned|explain|explained)\\b[^.!?]*\\b(?:what|who|whom|whose|where|when|why|how|which|if)\\b',
].join('|'), 'i')

/** أفلم تكن, ألا تذكر: “you were”, “remember”; with هلا it asks for something. */
const reproach = /(?:^|[«“":،.؛!؟([]\s*)[وف]?(?:أ[فو]?(?:لم|لا|ليس|ليست|لست|لسنا|لستم|لن|ما)|أفأنت|أفأنتم|هلا)(?!\p{L})/u

/** Words that ask wherever they stand, folded, and those that do at the head of a clause alone: neither كل ما عمل nor وكيف حارب behind its noun asks. */
const anywhere = /(?<!\p{L})(?:ماذا|لماذا|كيف|متي|اين|بم|عم|لمن|ممن)(?!\p{L})/u
const atHead = /(?:^|[«»“”":،.؟!؛([]\s*)[وف]?(?:ما|ماذا|لم|لماذا|كم|كيف|متي|اين|من(?! فضلك)|اي)(?!\p{L})/u

/** The same of questions that are answered by yes or no. */
const yesOrNo = /(?<!\p{L})[وف]?(?:هل|هلا|ا ?ليس|اليست|الست|السنا|الستم|الن|افلا|افليس|اولا|اولم|افلم)(?!\p{L})/u
const yesOrNoAtHead = /(?:^|[«»“”":،.؟!؛([]\s*)[وف]?(?:الم|الا|اما|ام)(?!\p{L})/u

/** A hamza joined to a verb or a pronoun asks: أتعرف, أهو. */
const joined = /(?:^|[«»“”":،.؟!؛([]\s*)[وف]?أ(?:[تني]\p{L}{3,}|هو|هي|هذا|هذه|هم)(?!\p{L})/u

function asks(ar: string): boolean {
  const text = folded(ar, 'ar')
  return anywhere.test(text) || atHead.test(text) || asksYesOrNo(ar)
}

function asksYesOrNo(ar: string): boolean {
  const text = folded(ar, 'ar')
  return yesOrNo.test(text) || yesOrNoAtHead.test(text) || joined.test(bare(ar))
}
