/** The report's script: it unpacks a long list; of a shorter one everything that is to be read stands on the page without it, and one filter works. */

import { filters } from './filters.ts'
import { followAddress } from './address.ts'
import { pictureJumps } from './picture.ts'
import { rowsOf } from './rows.ts'
import { steps } from './steps.ts'
import { tips } from './tips.ts'
import { unpack } from './unpacked.ts'

const packed = document.getElementById('packed')
if (packed) void unpack(packed).then(begin)
else begin()

function begin(): void {
  const beads = document.getElementById('beads')
  if (!beads?.querySelector('.beads')) return
  document.body.classList.add('scripted')
  const rows = rowsOf(beads)
  const step = steps(rows)
  filters(beads, rows, step.told)
  followAddress(rows)
  pictureJumps(rows)
  tips()
  performance.mark('ready')
}
