/** Who may speak to the workbench: this page, from this host, with the token where there is one. */

import { createHash, timingSafeEqual } from 'node:crypto'
import { hostname, networkInterfaces } from 'node:os'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { bilingual, type Language } from '../model/language.ts'
import { wordingOf, wordsIn } from '../model/words.ts'

export interface Doors {
  /** Values of `Host` that are ours, with the port. A name that somebody else points at this machine is none. */
  readonly hosts: ReadonlySet<string>
  /** Undefined where only this machine can ask. */
  readonly token: string | undefined
  /** Cookies do not tell ports apart, and two books may be reviewed at once. */
  readonly cookie: string
}

export const doorsOf = (host: string, port: number, token: string | undefined): Doors => ({ hosts: hostsOf(host, port), token, cookie: `tawazi-review-${port}` })

/** Names of this machine itself. */
export const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1'])

const anyAddress: ReadonlySet<string> = new Set(['0.0.0.0', '::'])

/** `host` as it was asked for; all addresses of the machine where it listens on all. */
function hostsOf(host: string, port: number): ReadonlySet<string> {
  const own = anyAddress.has(host) ? [hostname(), ...Object.values(networkInterfaces()).flatMap((all) => all ?? []).map(({ address }) => address)] : [host]
  return new Set([...loopback, ...own].map((name) => authority(name, port)))
}

/** An address of version 6 stands in brackets. */
export const authority = (name: string, port: number): string => `${name.includes(':') ? `[${name}]` : name}:${port}`.toLowerCase()

const policy = [
  "default-src 'none'", ...['script', 'style', 'font', 'img', 'connect'].map((kind) => `${kind}-src 'self'`),
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** Every answer has the headers, those that refuse too. */
export const withHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  for (const [name, value] of Object.entries(headers)) context.header(name, value)
}

/** The address that a name was resolved to says nothing: `Host` says what the browser believes to speak to. */
export const fromOwnHost = ({ hosts }: Doors): MiddlewareHandler => async (context, next) =>
  hosts.has((context.req.header('host') ?? '').toLowerCase()) ? next() : refuse(context, 403, 'host')

/** Another site's page may neither write nor read; a browser tells of it in one of these. */
export const fromOwnPage = ({ hosts }: Doors): MiddlewareHandler => async (context, next) => {
  const { method, path } = context.req
  const isWritten = method !== 'GET' && method !== 'HEAD'
  const origin = context.req.header('origin')
  if (origin === undefined ? isWritten : !isOwn(origin, hosts)) return refuse(context, 403, 'origin')
  const site = context.req.header('sec-fetch-site')
  // The page itself may be opened from anywhere, such as a mail that has its address.
  if (site !== undefined && site !== 'same-origin' && !(path === '/' && !isWritten)) return refuse(context, 403, 'origin')
  return next()
}

function isOwn(origin: string, hosts: ReadonlySet<string>): boolean {
  const at = origin.indexOf('//')
  return origin.startsWith('http://') && hosts.has(origin.slice(at + 2).toLowerCase())
}

/** JSON alone is read: a form of another site cannot send it unasked. */
export const inJson: MiddlewareHandler = async (context, next) =>
  /^application\/json\s*(?:;\s*charset=utf-8\s*)?$/i.test(context.req.header('content-type') ?? '') ? next() : refuse(context, 415, 'not-json')

/** The address that was printed has the token; the page has it as a cookie from then on. `cookie` is its name. */
export const withToken = ({ token, cookie }: Doors): MiddlewareHandler => async (context, next) => {
  if (token === undefined) return next()
  const given = context.req.query('token')
  if (context.req.path === '/' && given !== undefined && isSame(given, token)) {
    // Strict would keep it from who follows the address out of a mail; what is written is guarded by its origin.
    setCookie(context, cookie, token, { httpOnly: true, sameSite: 'Lax', path: '/' })
    return context.redirect('/', 303)
  }
  return isSame(getCookie(context, cookie) ?? '', token) ? next() : refuse(context, 401, 'token')
}

/** Takes as long for a token that is nearly right as for one that is not. */
function isSame(given: string, token: string): boolean {
  const [one, other] = [given, token].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}

/** A refusal, worded in both languages, for the window shows it. */
export const refuse = (context: Context, status: 400 | 401 | 403 | 404 | 413 | 415, rule: string): Response =>
  context.json({ kind: 'denied', told: toldOf(`review/denied.${rule}`) }, status)

export type Told = Readonly<Record<Language, { readonly what: string; readonly todo: string }>>

type Values = Readonly<Record<string, string | number>>

/** Values may be words of the language themselves. */
export const toldOf = (rule: string, values: Values | ((language: Language) => Values) = {}): Told => bilingual((language) =>
  wordingOf({ rule, values: typeof values === 'function' ? values(language) : values }, wordsIn(language)))
