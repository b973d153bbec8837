/** What files say they were made by. */

import { productVersion } from '../model/version.ts'

export const tool = { name: 'Tawazi', version: productVersion() } as const
