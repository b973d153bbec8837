import type { Command } from 'commander'
import type { Words } from '../model/words.ts'
export function alignCommand(_program: Command, _words: Words, _done: (code: number) => void): void {}
