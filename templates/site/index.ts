/** The site's script: everything that is to be read stands on the pages without it. */

import { followLinks, readWell } from './reading.ts'
import { search } from './search.ts'

for (const element of document.querySelectorAll<HTMLElement>('.needs-script')) element.hidden = false
followLinks()
if (document.querySelector('.reading')) readWell()
search()
