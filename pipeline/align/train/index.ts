/**
 * Makes the data that the aligner ships with: `npm run train -- DIR`,
 * where DIR holds `train/pairs.jsonl` (`{en, ar}`) for the lexicon and `dev/*.json` with gold beads for the weights.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bilingual } from '../../model/language.ts'
import { featureNames, handSetWeights } from '../features.ts'
import { packed, unpacked } from '../lexicon.ts'
import { benchDocuments } from './bench.ts'
import { learnLexicon } from './lexicon.ts'
import { trainedWeights } from './lessons.ts'

const [folder = '.'] = process.argv.slice(2)
const sentences = readFileSync(join(folder, 'train/pairs.jsonl'), 'utf8').split('\n').filter(Boolean)
  .map((line) => JSON.parse(line) as Bilingual<string>)
const entries = learnLexicon(sentences)
const bytes = packed(entries)
writeFileSync(new URL('../data/lexicon.gz', import.meta.url), bytes)
console.log(`${entries.pairs.length} pairs of ${entries.words.en.length} English and ${entries.words.ar.length} Arabic words, ${Math.round(bytes.length / 1024)} KB`)

const weights = trainedWeights(benchDocuments(join(folder, 'dev')), unpacked(bytes))
const rounded = Object.fromEntries(featureNames.map((name, index) => [name, Math.round(weights[index]! * 1000) / 1000] as const).filter(([name]) => handSetWeights[name] === undefined))
writeFileSync(new URL('../data/weights.json', import.meta.url), `${JSON.stringify(rounded, null, 2)}\n`)
console.log(rounded)
