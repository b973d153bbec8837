import { expect, test } from '@jest/globals'
import { Unfit, unfitOf } from '../../pipeline/print/unfit.ts'

/** What Puppeteer throws: the exit code, then all that the browser wrote. */
const failure = (...lines: string[]) => new Error(['Failed to launch the browser process:  Code: 127', '', 'stderr:', ...lines, '', 'TROUBLESHOOTING: https://pptr.dev/troubleshooting', ''].join('\n'))

test.each([
  ['a library is missing', failure('/opt/chrome: error while loading shared libraries: libnss3.so: cannot open shared object file: No such file or directory'), 'library', 'libnss3.so'],
  ['there is no sandbox', failure('[9:9:FATAL:zygote_host_impl_linux.cc(127)] No usable sandbox! If you are running on Ubuntu 23.10+', '#0 0x55d3f0e4a4ca', 'Received signal 6'), 'no-sandbox', ''],
  ['the program is not there', new Error('Browser was not found at the configured executablePath (/nope)'), 'absent', ''],
  ['the browser says why', failure('#0 0x55', '[9:9:ERROR:ozone.cc(1)] Missing display'), 'not-started', '[9:9:ERROR:ozone.cc(1)] Missing display'],
  ['the browser says nothing', failure(), 'not-started', 'Failed to launch the browser process:  Code: 127'],
])('%s', (_, error, reason, detail) => {
  expect(unfitOf(error)).toMatchObject({ reason, detail, cause: error })
})

test('what is known stays as it is', () => {
  const unfit = new Unfit('no-arabic')
  expect(unfitOf(unfit)).toBe(unfit)
})
