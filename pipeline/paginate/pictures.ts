/** Pictures that face each other: where one side has no room for its own at full size, both are made smaller alike. */

import { bilingual, counterpartOf, type Bilingual } from '../model/language.ts'
import { shrinkBetween } from './height.ts'
import type { Galley, Opening, SetPage } from './model.ts'

/** Both pages with their pictures as small as on the page that needs it more; as they are where the sides have not equally many. */
export function evenPictures(opening: Opening, galleys: Bilingual<Galley>): Opening {
  const counts = bilingual((language) => picturesOn(opening[language], galleys[language]))
  if (counts.en === 0 || counts.en !== counts.ar) return opening
  const sides = bilingual((language) => smaller(opening[language], opening[counterpartOf(language)].shrink, galleys[language]))
  return { ...opening, ...sides }
}

const picturesOn = ({ from, to }: SetPage, { rows }: Galley): number => rows.slice(from.row, to.row).filter(({ shrink }) => shrink > 0).length

/** The page with `shrink` taken from its pictures, as far as they go; what they lose is blank. */
function smaller(page: SetPage, shrink: number, galley: Galley): SetPage {
  const more = Math.min(shrink, shrinkBetween(galley, page.from, page.to)) - page.shrink
  return more > 0 ? { ...page, shrink: page.shrink + more, height: page.height - more, blank: page.blank + more } : page
}
