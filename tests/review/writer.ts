/** A program that edits a book over and over, for tests that kill it, or run two of it: `writer.ts FOLDER NAME COUNT`. */

import { opened } from './book.ts'

const [root = '', name = '', count = '0'] = process.argv.slice(2)
const window = await opened(root)
process.stdout.write('open\n')
for (let done = 0; done < Number(count);) {
  const row = window.state.rows.findIndex(({ comments }) => comments.length > 0)
  const segment = window.state.rows[row]!.en[0]!
  const isText = done % 2 === 1
  const answer = await window.desk.apply(
    isText ? { kind: 'text', language: 'en', segment: segment.segment, text: `The river rose in March, ${name} ${done}.` } : { kind: 'comment', bead: row, text: `${name} ${done}` },
    window.state.version, name,
  )
  if (answer.kind === 'stale') window.state = answer.state
  else if (answer.kind === 'done') {
    window.state = await window.desk.state()
    done++
  } else throw new Error(answer.rule)
}
process.stdout.write('done\n')
