/** Names by their consonants, in one alphabet for both scripts: Lincoln and لينكولن are both "lnkln". */

/** Skeletons shorter than this are shared by too many words. */
export const leastSkeleton = 3

/** Consonants of a folded English word. */
export function englishSkeleton(word: string): string {
  return collapsed(word
    .replaceAll('ph', 'f').replaceAll(/sch|sh/g, 's').replaceAll('tch', 'ts').replaceAll('ch', 's').replaceAll(/kh|ck/g, 'k')
    .replaceAll('gh', 'g').replaceAll(/th|dh/g, 't').replaceAll(/c(?=[eiy])/g, 's').replaceAll('x', 'ks')
    .replaceAll(/[cq]/g, 'k').replaceAll('v', 'f').replaceAll('p', 'b').replaceAll('j', 'g').replaceAll(/[aeiouywh]/g, ''))
}

const consonants: Readonly<Record<string, string>> = {
  ب: 'b', پ: 'b', ت: 't', ط: 't', ث: 't', ج: 'g', غ: 'g', خ: 'k', ق: 'k', ك: 'k', د: 'd', ض: 'd', ذ: 't', ز: 'z', ظ: 'z', ر: 'r',
  س: 's', ص: 's', ش: 's', ف: 'f', ڤ: 'f', ل: 'l', م: 'm', ن: 'n',
}

/** Skeletons of a folded Arabic word, with and without what may be joined before it; at least `least` long. */
export function arabicSkeletons(word: string, least = leastSkeleton): string[] {
  const forms = new Set([word, word.replace(/^[وفبلك]?ال|^لل/, ''), word.replace(/^[وفبلك]/, '')])
  const skeletons = [...forms].map((form) => collapsed([...form].map((letter) => consonants[letter] ?? '').join('')))
  return [...new Set(skeletons)].filter((skeleton) => skeleton.length >= least)
}

const collapsed = (skeleton: string): string => skeleton.replaceAll(/(.)\1+/g, '$1')
