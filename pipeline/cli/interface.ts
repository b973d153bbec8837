/** Which language the product speaks to its user in. */

import type { Language } from '../model/language.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** `--language`, then `TAWAZI_LANGUAGE`, then the system's own settings, then English. */
export function interfaceLanguage(argv: readonly string[], environment: Environment): Language {
  const given = optionOf(argv) ?? environment['TAWAZI_LANGUAGE']
  const system = environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? ''
  return (given ?? system).toLowerCase().startsWith('ar') ? 'ar' : 'en'
}

function optionOf(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--language')
  return at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith('--language='))?.slice('--language='.length)
}

/** A language that was asked for and that the product does not speak. */
export function unknownLanguage(argv: readonly string[]): string | undefined {
  const given = optionOf(argv)
  return given === undefined || /^(?:en|ar)(?:[-_.]|$)/i.test(given) ? undefined : given
}
