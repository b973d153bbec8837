/** A small book in which everything happens that a manuscript may hold, read as the product reads one. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bilingual } from '../../pipeline/model/language.ts'
import type { Manuscript } from '../../pipeline/model/manuscript.ts'
import { readManuscript } from '../../pipeline/readers/index.ts'
import { withLinks } from '../../pipeline/readers/links.ts'

export const english = `# The Lamp House

The keeper lit the *lantern* at dusk.[^oil] It burned until 5.30, and cost £1,250.75 a year 🕯️ in extraordinary circumstances.

Visitors[^two] came for the stair[^oil], E = mc², the office’s ﬁle and the word نور on its door.

![A round tower on a rock](tower.svg "The tower in winter. Nobody slept.")

| Night | Oil | Note |
|:---|---:|---|
| first | 12 % | calm |
| second | 9–11 |  |

- Trim the wick.
- Wind the clock.

## The storm

:::verse
The sea came up the iron stair
and left its salt upon the chair.
:::

> Nothing was lost.[^three]

\`\`\`
lamp --on 7
\`\`\`

[^oil]: Whale oil, and later paraffin. It smelled of both.
[^two]: Two kinds came:

    - those who climbed,
    - those who waited.
[^three]: Except the chair.
`

export const arabic = `# بيت المصباح

أوقد الحارسُ *القنديلَ* عند الغسق[^oil]. واشتعل حتى ٥٫٣٠، وكلّف ١٬٢٥٠٫٧٥ جنيهًا في السنة 🕯️ في ظروف عجيبة.

جاء الزوّار[^two] من أجل السلّم[^oil]، وE = mc²، وملفّ المكتب وكلمة (light) على بابه.

![برج مستدير على صخرة](tower.svg "البرج في الشتاء. لم ينم أحد.")

| الليلة | الزيت | ملاحظة |
|:---|---:|---|
| الأولى | ١٢٪ | هادئة |
| الثانية | ٩–١١ |  |

- شذّب الفتيل.
- أدِر الساعة.

## العاصفة

:::verse
صَعِدَ البَحْرُ دَرَجَ الحَديدِ *** وَأَلْقى مِلْحَهُ فَوْقَ المَقاعِدِ
:::

> لم يضِع شيء[^three].

\`\`\`
lamp --on 7
\`\`\`

[^oil]: زيت الحوت، ثم الكيروسين. وكانت رائحته من هذا وذاك.
[^two]: جاء صنفان:

    - من صعدوا،
    - ومن انتظروا.
[^three]: إلا المقعد.
`

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>'

export interface Read {
  readonly root: string
  readonly manuscripts: Bilingual<Manuscript>
}

/** Reads both texts from a folder that is gone afterwards, but for the pictures that `use` may ask for. */
export async function withBook<T>(texts: Bilingual<string>, use: (read: Read) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'tawazi-proved-'))
  try {
    writeFileSync(join(root, 'tower.svg'), drawing)
    for (const language of ['en', 'ar'] as const) writeFileSync(join(root, `${language}.md`), texts[language])
    const [en, ar] = await Promise.all((['en', 'ar'] as const).map((language) => readManuscript(root, [`${language}.md`], language)))
    if (!en || !ar) throw new Error('A side was not read')
    return await use({ root, manuscripts: withLinks({ en: en.manuscript, ar: ar.manuscript }) })
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
