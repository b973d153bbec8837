/** Forms of an Arabic verb, given in the third person of the past, of its participle, and of its verbal noun where the pattern tells it; words are folded. */

import { kept } from '../memo.ts'
import { nounForms } from './nouns.ts'

const persons = ['ي', 'ت', 'ن', 'ا', 'سي', 'ست', 'سن', 'سا']
const endings = ['', 'ت', 'نا', 'وا', 'و', 'ن', 'تم', 'تن', 'ا', 'تا', 'ون', 'ين', 'ان', 'ي']

export const verbForms = kept((verb): ReadonlySet<string> => {
  const past = [verb, ...weakened(verb)]
  const present = past.map((stem) => (stem.length > 3 ? stem.replace(/^ا/, '') : stem)).flatMap((stem) => persons.map((person) => person + stem))
  return new Set([...[...past, ...present].flatMap((stem) => endings.map((ending) => stem + ending)), ...[...verbalNouns(verb), ...participles(verb)].flatMap((noun) => [...nounForms(noun)])])
})

/** A long vowel of the root changes or falls: قال has يقول and قلت, بنى has يبني and بنوا; a doubled letter parts: مد has مددت. */
function weakened(verb: string): string[] {
  const changes: readonly (readonly [RegExp, ...string[]])[] = [
    [/ا(.)$/, 'و$1', 'ي$1', '$1'], [/[اي]$/, 'و', 'ي', 'ا', ''], [/^(.)(.)$/, '$1$2$2'], [/^و(?=..$)/, ''],
  ]
  return changes.flatMap(([of, ...to]) => (of.test(verb) ? to.map((one) => verb.replace(of, one)) : []))
}

function verbalNouns(verb: string): string[] {
  const patterns: readonly (readonly [RegExp, ...string[]])[] = [
    [/^(.)(.)([^ا])$/, 'ت$1$2ي$3'], [/^(.)([^ا])[اي]$/, 'ت$1$2ية', '$1$2اء'], [/^([^ات])ا(.)(.)$/, 'م$1ا$2$3ة', '$1$2ا$3'],
    [/^(ا.+[^ا])([^اي])$/, '$1ا$2'], [/^(ا.+)[اي]$/, '$1اء'], [/^(ا.+)ا(.)$/, '$1ا$2ة'], [/^(ت.+)$/, '$1'],
  ]
  return patterns.flatMap(([of, ...to]) => (of.test(verb) ? to.map((one) => verb.replace(of, one)) : []))
}

/** Only the active one, and of longer verbs what both are written as. */
function participles(verb: string): string[] {
  if (verb.length > 3) return [`م${verb.replace(/^ا/, '')}`]
  return [verb.replace(/^(.)ا(.)$/, '$1اي$2').replace(/^(.)([^ا])(.)$/, '$1ا$2$3').replace(/^(.)ا(.)ا$/, '$1ا$2ي')]
}
