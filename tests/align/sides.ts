/** Sides to align, from sentences; a sentence that begins with ¶ opens a paragraph. */

import type { Bead } from '../../pipeline/model/alignment.ts'
import { beadType } from '../../pipeline/model/alignment.ts'
import { bilingual, type Bilingual, type Language } from '../../pipeline/model/language.ts'
import type { Segment } from '../../pipeline/model/manuscript.ts'

export const sides = (texts: Bilingual<readonly string[]>): Bilingual<Segment[]> => bilingual((language) => side(texts[language], language))

function side(texts: readonly string[], language: Language): Segment[] {
  let paragraph = 0
  return texts.map((written, index) => {
    if (written.startsWith('¶')) paragraph++
    return {
      id: `${language}-${index + 1}`, kind: 'paragraph', text: written.replace(/^¶/, ''),
      place: { file: `${language}.md`, line: index + 1, column: 1 }, paragraph, links: [],
    }
  })
}

/** `1:1 2:1 0:1`. */
export const drawing = (beads: readonly Bead[]): string => beads.map(beadType).join(' ')

/** A story of sentences that follow each other's words closely. */
export const lighthouse: Bilingual<readonly string[]> = {
  en: [
    '¶The lighthouse stood on a rock two miles from the village.', 'In 1874 a storm broke its door and killed the keeper’s dog.', 'The keeper’s name was Thomas Hardwick.',
    '¶He wrote three letters to London and received no answer.', 'Then he mended the door himself with wood from a wrecked ship.', 'His wife sold fish in the market and bought oil for the lamp.',
    '¶Did the government ever pay him?', 'Nobody knows.', 'The lamp burned every night for 31 years.', 'When he died, the fishermen carried him to the church on the hill.',
  ],
  ar: [
    '¶كانت المنارة قائمة على صخرة تبعد ميلين عن القرية.', 'وفي عام 1874 حطّمت عاصفة بابها وقتلت كلب الحارس.', 'كان اسم الحارس توماس هاردويك.',
    '¶كتب ثلاث رسائل إلى لندن ولم يتلقّ جوابًا.', 'ثم أصلح الباب بنفسه بخشب من سفينة محطّمة.', 'وكانت زوجته تبيع السمك في السوق وتشتري الزيت للمصباح.',
    '¶هل دفعت له الحكومة يومًا؟', 'لا أحد يعلم.', 'ظل المصباح يضيء كل ليلة 31 سنة.', 'ولما مات حمله الصيادون إلى الكنيسة فوق التل.',
  ],
}
