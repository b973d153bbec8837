/** A user's glossary: terms that stand for each other in the user's books. */

import type { Bilingual } from './language.ts'

/** One line of it: a term of one or several words in each language. */
export type GlossaryEntry = Bilingual<string>
