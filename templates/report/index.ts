/** The report's script: everything that is to be read stands on the page without it, and one filter works. */

import { filters } from './filters.ts'
import { followAddress } from './address.ts'
import { pictureJumps } from './picture.ts'
import { rowsOf } from './rows.ts'
import { steps } from './steps.ts'
import { tips } from './tips.ts'

const beads = document.getElementById('beads')
if (beads && document.querySelector('.beads')) {
  document.body.classList.add('scripted')
  const rows = rowsOf(beads)
  const step = steps(rows)
  filters(beads, rows, step.told)
  followAddress(rows)
  pictureJumps(rows)
  tips()
}
