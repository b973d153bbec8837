/** The workbench's server before a desk in memory: who may speak to it, and what it answers. Requests are written by hand, for a client would not send the bad ones. */

import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, expect, jest, test } from '@jest/globals'
import { limits, serve, type Served } from '../../pipeline/review/server.ts'
import { MemoryDesk, row } from './desk.ts'

// The page is bundled for the first of them.
jest.setTimeout(30_000)

let served: Served | undefined
let desk: MemoryDesk

afterEach(async () => served?.close())

async function start(host = '127.0.0.1'): Promise<URL> {
  desk = new MemoryDesk([row(0, 'The well is deep.', 'البئر عميقة.'), row(1, 'Nobody drinks.', 'لا يشرب أحد.')])
  served = await serve(desk, { host, port: 0, language: 'en', digits: 'arab' })
  return new URL(served.address)
}

interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

function ask(address: URL, path: string, { method = 'GET', headers = {}, body = '' }: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: address.port, path, method, headers: Object.fromEntries(Object.entries({ host: `127.0.0.1:${address.port}`, ...headers }).filter(([, value]) => value !== '')) }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => { text += part })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const own = (address: URL) => `http://127.0.0.1:${address.port}`
const confirm = (version = 'v0', by = 'Salma') => JSON.stringify({ edit: { kind: 'confirm', beads: { from: 0, to: 1 } }, version, by })
const post = (address: URL, body: string, headers: Record<string, string> = {}, path = '/edit') =>
  ask(address, path, { method: 'POST', body, headers: { origin: own(address), 'content-type': 'application/json', ...headers } })

test('an edit is done once, and an edit that saw the old version changes nothing and gets the book as it is', async () => {
  const address = await start()
  const first = await post(address, confirm())
  expect([first.status, JSON.parse(first.body)]).toMatchObject([200, { kind: 'done', patch: { version: 'v1', from: 0, to: 1 } }])
  const late = await post(address, confirm('v0', 'Nadim'))
  expect([late.status, JSON.parse(late.body)]).toMatchObject([409, { kind: 'stale', state: { version: 'v1', rows: [{ history: [{ by: 'Salma' }] }, {}] } }])
  expect(desk.asked).toHaveLength(1)
  expect(JSON.parse((await ask(address, '/state')).body)).toMatchObject({ version: 'v1' })
})

test('an edit that the desk refuses is worded in both languages', async () => {
  const address = await start()
  const { status, body } = await post(address, JSON.stringify({ edit: { kind: 'reopen', bead: 0 }, version: 'v0', by: 'Salma' }))
  expect([status, JSON.parse(body)]).toMatchObject([422, { kind: 'refused', told: { en: { what: expect.any(String) }, ar: { what: expect.stringMatching(/[\u0621-\u064A]/) } } }])
})

test.each(['evil.example', 'evil.example:PORT', '127.0.0.1', '127.0.0.1:1', 'localhost.evil.example:PORT'])('a host by another name (%s) is refused, for anybody can point a name at this machine', async (host) => {
  const address = await start()
  const { status, body } = await ask(address, '/state', { headers: { host: host.replace('PORT', address.port) } })
  expect([status, body]).toEqual([403, expect.not.stringContaining('well')])
})

test.each(['localhost', '[::1]', '127.0.0.1'])('%s is this machine', async (name) => {
  const address = await start()
  expect((await ask(address, '/state', { headers: { host: `${name}:${address.port}` } })).status).toBe(200)
})

test.each([
  ['no origin', { origin: '' }], ['another site', { origin: 'http://evil.example' }], ['another port', { origin: 'http://127.0.0.1:1' }], ['a sandbox', { origin: 'null' }],
  ['https', { origin: 'https://127.0.0.1:PORT' }], ['what the browser calls another site', { 'sec-fetch-site': 'cross-site' }], ['a neighbour of the same name', { 'sec-fetch-site': 'same-site' }],
] as [string, Record<string, string>][])('an edit from %s is refused', async (_, headers) => {
  const address = await start()
  const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', address.port)]))
  expect([(await post(address, confirm(), given)).status, desk.asked]).toEqual([403, []])
})

test('another site may open the page but read nothing', async () => {
  const address = await start()
  const headers = { 'sec-fetch-site': 'cross-site' }
  expect([(await ask(address, '/', { headers })).status, (await ask(address, '/state', { headers })).status, (await ask(address, '/review.js', { headers })).status, (await ask(address, '/events', { headers })).status]).toEqual([200, 403, 403, 403])
})

test.each([
  ['a form', 'application/x-www-form-urlencoded', confirm(), 415], ['plain text', 'text/plain', confirm(), 415], ['JSON by another name', 'application/json, text/plain', confirm(), 415],
  ['no JSON', 'application/json', '{"edit":', 400], ['nothing', 'application/json', '', 400], ['a list', 'application/json', '[]', 400],
  ['an unknown edit', 'application/json', confirm().replace('confirm', 'burn'), 400], ['one with more in it', 'application/json', confirm().replace('"version"', '"file":"/etc/passwd","version"'), 400],
  ['a negative bead', 'application/json', confirm().replace('"from":0', '"from":-1'), 400], ['half a bead', 'application/json', confirm().replace('"to":1', '"to":1.5'), 400],
  ['nobody', 'application/json', confirm('v0', ' '), 400], ['a name of two lines', 'application/json', confirm('v0', 'a\\nb').replace('\\\\n', '\\n'), 400],
  ['one that would change what all objects inherit', 'application/json', confirm().replace('{"edit":{', '{"__proto__":{"isOurs":true},"edit":{"constructor":{"prototype":{}},'), 400],
  ['too much', 'application/json', confirm('v0', 'x'.repeat(600_000)), 413],
])('%s is not an edit', async (_, type, body, status) => {
  const address = await start()
  const answer = await post(address, body, { 'content-type': type })
  expect([answer.status, JSON.parse(answer.body), desk.asked]).toMatchObject([status, { kind: 'denied' }, []])
})

test('what is sent without its length is cut off too', async () => {
  const address = await start()
  const answer = await post(address, confirm('v0', 'x'.repeat(600_000)), { 'transfer-encoding': 'chunked' })
  expect([answer.status, desk.asked]).toEqual([413, []])
})

test.each(['/../package.json', '/%2e%2e/package.json', '/%252e%252e/package.json', '/fonts/..%2f..%2fpackage.json', '/fonts/', '/tawazi.yaml', '/en.md', '/preview/..%2f..%2f1-1.png', '/preview/1-1.png', '/edit', '//etc/passwd', '/fonts/%00'])('%s is no file', async (path) => {
  const address = await start()
  const { status, body } = await ask(address, path)
  expect([status, JSON.parse(body)]).toMatchObject([404, { kind: 'denied' }])
})

test('another address than this machine\'s needs the token, which becomes a cookie that no script reads', async () => {
  const address = await start('0.0.0.0')
  const token = address.searchParams.get('token') ?? ''
  expect(token).toMatch(/^[\w-]{32}$/)
  const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
  for (const path of ['/', '/state', `/?token=${wrong}`, '/?token=', `/state?token=${token}`]) expect([path, (await ask(address, path)).status]).toEqual([path, 401])
  expect((await post(address, confirm())).status).toBe(401)
  const entered = await ask(address, `/?token=${token}`)
  const [cookie = ''] = entered.headers['set-cookie'] ?? []
  expect([entered.status, entered.headers['location'], cookie]).toEqual([303, '/', expect.stringMatching(/HttpOnly.*SameSite=Lax/)])
  const headers = { cookie: cookie.split(';')[0] ?? '' }
  expect([(await ask(address, '/state', { headers })).status, (await post(address, confirm(), headers)).status]).toEqual([200, 200])
  expect((await ask(address, '/state', { headers: { cookie: headers.cookie.replace(token, wrong) } })).status).toBe(401)
})

test('every answer forbids what a page can be made to do', async () => {
  const address = await start()
  for (const path of ['/', '/state', '/nowhere']) {
    const { headers } = await ask(address, path)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin' })
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/^default-src 'none'.*frame-ancestors 'none'/)
    expect(policy).not.toMatch(/unsafe|\*|http|data:/)
  }
})

test('a window hears of what another does, once', async () => {
  const address = await start()
  const heard = new Promise<string>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: address.port, path: '/events', headers: { host: `127.0.0.1:${address.port}` } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
        if (text.includes('event: connected') && !text.includes('event: change')) void ask(address, '/state').then(() => post(address, confirm()))
        if (/event: change\ndata: .*"version":"v1".*\n/.test(text)) {
          sent.destroy()
          resolve(text)
        }
      })
    })
    sent.on('error', reject)
    sent.end()
  })
  const text = await heard
  const changes = [...text.matchAll(/data: (\{.*\})/g)].map(([, data = '']) => JSON.parse(data) as { version: string; from: string; patch?: unknown })
  expect(changes.at(-1)).toMatchObject({ from: 'v0', version: 'v1', patch: { from: 0, to: 1 } })
})

test('a long book is sent in lines, the first rows before the others', async () => {
  const rows = Array.from({ length: 1234 }, (_, at) => row(at, `Sentence ${at}`, `جملة ${at}`))
  const address = await start()
  desk.rows = rows
  const [head = '', ...rest] = (await ask(address, '/state')).body.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown)
  expect(head).toMatchObject({ version: 'v0', rows: written(rows.slice(0, 200)) })
  expect(rest.flat()).toEqual(written(rows.slice(200)))
})

const written = (rows: unknown): unknown => JSON.parse(JSON.stringify(rows))

test('a request that never ends does not keep others from being answered, and is given up in the end', async () => {
  const address = await start()
  const slow = Array.from({ length: 40 }, () => connect(Number(address.port), '127.0.0.1').on('error', () => undefined))
  for (const socket of slow) socket.write(`POST /edit HTTP/1.1\r\nHost: 127.0.0.1:${address.port}\r\nContent-Length: 1000\r\n`)
  expect((await ask(address, '/state')).status).toBe(200)
  for (const socket of slow) socket.destroy()
  expect(limits.headersTimeout).toBeLessThanOrEqual(limits.requestTimeout)
})
