/** Every rule of the translation, in the order in which a report lists them. */

import type { Rule } from '../rule.ts'
import { bidiUnbalanced } from './bidi-unbalanced.ts'
import { bracketsUnpaired } from './brackets-unpaired.ts'
import { currenciesDiffer } from './currencies-differ.ts'
import { datesDiffer } from './dates-differ.ts'
import { digitsMixed } from './digits-mixed.ts'
import { doubleSpace } from './double-space.ts'
import { emphasisMissing } from './emphasis-missing.ts'
import { endPunctuation } from './end-punctuation.ts'
import { headingMissing } from './heading-missing.ts'
import { imageMissing } from './image-missing.ts'
import { latinOrder } from './latin-order.ts'
import { latinPunctuation } from './latin-punctuation.ts'
import { lengthOutOfProportion } from './length-out-of-proportion.ts'
import { linkMissing } from './link-missing.ts'
import { namesVary } from './names-vary.ts'
import { noteMissing } from './note-missing.ts'
import { numberWordsDiffer } from './number-words-differ.ts'
import { numbersDiffer } from './numbers-differ.ts'
import { percentagesDiffer } from './percentages-differ.ts'
import { presentationForms } from './presentation-forms.ts'
import { quotesUnpaired } from './quotes-unpaired.ts'
import { repeatedWord } from './repeated-word.ts'
import { sameSource } from './same-source.ts'
import { sameTarget } from './same-target.ts'
import { sentenceAdded } from './sentence-added.ts'
import { sentenceOmitted } from './sentence-omitted.ts'
import { sentenceUnended } from './sentence-unended.ts'
import { tashkilJump } from './tashkil-jump.ts'
import { tatweel } from './tatweel.ts'
import { termNotFollowed } from './term-not-followed.ts'
import { timesDiffer } from './times-differ.ts'
import { unitsDiffer } from './units-differ.ts'
import { untranslated } from './untranslated.ts'

export const rules: readonly Rule[] = [
  sentenceOmitted, sentenceAdded, untranslated, lengthOutOfProportion, headingMissing, noteMissing, linkMissing, imageMissing, emphasisMissing,
  numbersDiffer, numberWordsDiffer, datesDiffer, timesDiffer, percentagesDiffer, currenciesDiffer, unitsDiffer,
  termNotFollowed, namesVary, sameSource, sameTarget,
  endPunctuation, sentenceUnended, quotesUnpaired, bracketsUnpaired, repeatedWord, doubleSpace,
  latinPunctuation, digitsMixed, presentationForms, tatweel, bidiUnbalanced, latinOrder, tashkilJump,
]
