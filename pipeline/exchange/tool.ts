/** What files say they were made by. */

import { readFileSync } from 'node:fs'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }

export const tool = { name: 'Tawazi', version } as const
