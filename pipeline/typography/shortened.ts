/** Running heads that are too long for their line, cut where a reader can pause. */

/** Words that lead on to another; a head never ends with one. Our own choice. */
const leading = new Set((
  'a an the this these that and or nor but yet so as if than when where while who whom whose which what how why whether because although though until unless ' +
  'of in on at by to for from with without into onto upon about above across after against among around before behind below beneath beside between beyond ' +
  'during except inside near off out over past since through toward towards under up via is are was were be been being has have had his her its their our my your ' +
  'not no some any each every ' +
  'في من إلى الى على عن مع منذ مذ حتى بين بعد قبل تحت فوق عند لدى نحو دون خلال حول وراء أمام ضد سوى غير كل بعض أي إلا الا بلا لأن أن إن أو أم بل لكن ثم و ف ' +
  'ما لا لم لن ليس قد سوف كي إذا إذ لو لولا حيث حين عندما بينما كما كيف لماذا هل الذي التي الذين اللذان اللتان اللذين اللتين اللواتي اللاتي ممن مما عما عمن فيما ' +
  'هذا هذه ذلك تلك هؤلاء أولئك هو هي هم كان كانت يكون تكون ليست كأن لعل ليت عبر لما مثل أحد إحدى ذو ذات ذي يا'
).split(' '))

const marks = /[\p{M}\u0640]/gu

/** How wide a text is, in letters. */
export const lettersIn = (text: string): number => text.replaceAll(marks, '').length

const bare = (word: string): string => word.replaceAll(marks, '').replaceAll(/^\P{L}+|\P{L}+$/gu, '').toLowerCase()

/** Joined to a و or ف, as وما, it leads on as well. */
function leadsOn(word: string): boolean {
  const own = bare(word)
  return own === '' || leading.has(own) || (/^[وف]/.test(own) && leading.has(own.slice(1)))
}

/** As many whole words as there is room for, without those at the end that lead on to another, and an ellipsis. */
export function shortened(text: string, letters: number): string {
  if (lettersIn(text) <= letters) return text
  const words = text.split(/\s+/)
  let count = words.length - 1
  while (count > 1 && lettersIn(words.slice(0, count).join(' ')) + 2 > letters) count--
  while (count > 1 && leadsOn(words[count - 1] ?? '')) count--
  // A mark that divides would wait for more.
  return `${words.slice(0, count).join(' ').replace(/[,;:،؛–—«“‘([-]+$/u, '')} …`
}

/** Two heads on one line of so many letters: what one leaves free is the other's. */
export function shortenedPair([one, other]: readonly [string, string], letters: number): [string, string] {
  const room = letters - between
  const half = Math.floor(room / 2)
  const [first, second] = [lettersIn(one), lettersIn(other)]
  return [shortened(one, Math.max(half, room - second)), shortened(other, Math.max(half, room - first))]
}

/** At least so much space between them, in letters. */
const between = 4
