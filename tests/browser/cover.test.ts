/** A whole cover: a picture to the bleed, a blurb as large as fits, and nothing that its printer would refuse. */

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { encode } from 'fast-png'
import { profileNamed } from '../../pipeline/book/profile.ts'
import { preflight } from '../../pipeline/check/pdf/index.ts'
import { bilingual } from '../../pipeline/model/language.ts'
import { coverProfile } from '../../pipeline/model/profile.ts'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import { writeCover, type Cover, type ToCover } from '../../pipeline/writers/wrap/index.ts'
import { edition } from '../support/edition.ts'
import { pdfjsText, plain } from '../support/extract.ts'

const none = bilingual(() => undefined)
const said = { en: 'A kiln, a river and the people between them.', ar: 'أتون ونهر ومن بينهما من الناس.' }

let browser: PrintBrowser
beforeAll(async () => { browser = await openBrowser() }, 60_000)
afterAll(() => browser?.close())

/** Of one colour, as large as a front at so many pixels to the inch. */
const picture = (resolution: number) => {
  const [width, height] = [Math.ceil(144 / 25.4 * resolution), Math.ceil(223 / 25.4 * resolution)]
  const data = new Uint8Array(width * height * 3).map((_, index) => [200, 120, 40][index % 3]!)
  return { path: 'front.png', type: 'image/png', bytes: encode({ width, height, channels: 3, depth: 8, data }) }
}

function cover(profileName: string, own: Partial<ToCover> = {}): Promise<Cover> {
  const profile = profileNamed(profileName)
  const specification = profile.cover!
  return writeCover({
    name: 'cover', imprint: edition('en').imprint, language: 'ar', trim: { width: 140, height: 216 }, pages: 200, paper: specification.spine.papers[0],
    binding: 'right', colour: '#23405e', blurb: { description: said, author: none }, picture: undefined, profile, specification, ...own,
  }, browser)
}

const broken = ({ artifacts: [{ bytes }] }: Cover, profileName: string): string[] =>
  preflight(Buffer.from(bytes), 'cover.pdf', coverProfile(profileNamed(profileName))!).requirements.filter(({ verdict }) => verdict === 'broken').map(({ rule }) => rule)

test('a picture fine enough, whose work it is, and what the back says in both languages', async () => {
  const creators = [{ role: 'translator' as const, name: { en: 'Rana Sayegh', ar: 'رنا صايغ' } }]
  const made = await cover('ingram', { picture: picture(300), imprint: { ...edition('en').imprint, creators } })
  expect(made.messages.map(({ rule }) => rule)).not.toContain('cover/picture-coarse')
  expect(broken(made, 'ingram')).toEqual([])
  const text = plain(await pdfjsText(Buffer.from(made.artifacts[0].bytes)))
  for (const words of [...Object.values(said), 'Translated by Rana Sayegh', 'ترجمة: رنا صايغ']) expect(text).toContain(plain(words))
}, 60_000)

test('a coarse picture is told of, and preflight finds it as well', async () => {
  const made = await cover('kdp', { picture: picture(100) })
  expect(made.messages).toEqual(expect.arrayContaining([expect.objectContaining({ rule: 'cover/picture-coarse', values: { image: 'front.png', resolution: expect.any(Number), least: 300 } })]))
  expect(broken(made, 'kdp')).toEqual(['low-resolution'])
}, 60_000)

test('what has no room on the back is no cover', async () => {
  const long = await cover('kdp', { blurb: { description: { en: said.en.repeat(30), ar: undefined }, author: none } })
  expect(long.messages.map(({ rule }) => rule)).not.toContain('cover/blurb-long')
  const endless = await cover('kdp', { blurb: { description: { en: said.en.repeat(200), ar: undefined }, author: none } })
  expect(endless.messages).toEqual(expect.arrayContaining([expect.objectContaining({ rule: 'cover/blurb-long', severity: 'error' })]))
}, 60_000)
