// Names, in the last lines of a run, the tests that it left out, so that none is left out in silence.
export default class Skipped {
  onRunComplete(_contexts, { testResults }) {
    const left = testResults.flatMap(({ testResults: tests }) => tests.filter(({ status }) => status === 'pending').map(({ fullName }) => fullName))
    for (const name of left) process.stderr.write(`Skipped: ${name}\n`)
  }
}
