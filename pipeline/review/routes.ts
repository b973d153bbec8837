/** What the page may ask of the server: its files, the book's state, edits, steps back and forward, changes as they happen, pages as they will print. */

import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import type { Answer, Desk } from '../model/desk.ts'
import { SurroundingsError } from '../model/message.ts'
import { FaultyBook } from './desk/faulty.ts'
import { fromOwnHost, fromOwnPage, inJson, refuse, toldOf, withHeaders, withToken, type Doors, type Told } from './guards.ts'
import type { Live } from './live.ts'
import type { PageFile } from './page.ts'
import { previewRequest, type Preview } from './preview.ts'
import { editRequest, stepRequest } from './requests.ts'
import { stateLines } from './state.ts'

export interface Routed {
  readonly desk: Desk
  readonly live: Live
  readonly doors: Doors
  readonly files: ReadonlyMap<string, PageFile>
  /** Undefined where pages cannot be shown. */
  readonly preview: Preview | undefined
}

/** Bytes of a request: many times the longest paragraph. */
const mostBytes = 512 * 1024

/** Milliseconds between signs of life on a line on which nothing happens. */
const heartbeat = 20_000

export function routes(routed: Routed): Hono {
  const { doors, desk, live } = routed
  const app = new Hono()
  app.use(withHeaders, fromOwnHost(doors), fromOwnPage(doors), withToken(doors))
  for (const [path, { type, body }] of routed.files) app.get(path, (context) => context.body(body, 200, { 'content-type': type }))
  app.get('/state', async (context) => {
    const state = await desk.state()
    live.tell(state.version)
    return context.body(stateLines(state), 200, { 'content-type': 'application/x-ndjson; charset=utf-8' })
  })
  app.get('/events', (context) => events(context, live))
  app.post('/edit', inJson, limited, (context) => answered(context, live, editRequest, ({ edit, version, by }) => desk.apply(edit, version, by.trim())))
  app.post('/undo', inJson, limited, (context) => answered(context, live, stepRequest, ({ version }) => desk.undo(version)))
  app.post('/redo', inJson, limited, (context) => answered(context, live, stepRequest, ({ version }) => desk.redo(version)))
  app.get('/preview', (context) => preview(context, routed.preview))
  app.get('/preview/:name{[0-9]+-[0-9]+\\.png}', (context) => picture(context, routed.preview))
  app.notFound((context) => refuse(context, 404, 'not-found'))
  app.onError((error, context) => failed(error, context, live))
  return app
}

const limited = bodyLimit({ maxSize: mostBytes, onError: (context) => refuse(context, 413, 'too-large') })

/** A stale edit is answered with 409 and the book as it is, one that makes no sense with 422 and the reason. */
async function answered<Request>(
  context: Context, live: Live, read: (given: unknown) => Request | undefined, act: (request: Request) => Promise<Answer>,
): Promise<Response> {
  const given: unknown = await context.req.json().catch(() => undefined)
  const request = read(given)
  if (request === undefined) return refuse(context, 400, 'not-understood')
  const answer = await act(request)
  switch (answer.kind) {
    case 'done':
      live.tell(answer.patch.version, answer.patch)
      return context.json(answer)
    case 'stale':
      live.tell(answer.state.version)
      return context.json(answer, 409)
    case 'refused': return context.json({ kind: 'refused', told: toldOf(answer.rule, answer.values) }, 422)
  }
}

function events(context: Context, live: Live): Response {
  return streamSSE(context, async (stream) => {
    const send = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) })
    const end = live.listen({ change: (change) => void send('change', change), checked: (checked) => void send('checked', checked), faulty: (fault) => void send('faulty', fault ?? null) })
    const alive = setInterval(() => void send('alive', ''), heartbeat)
    await send('faulty', live.fault ?? null)
    await send('connected', live.version)
    await new Promise<void>((resolve) => stream.onAbort(resolve))
    clearInterval(alive)
    end()
  })
}

async function preview(context: Context, pages: Preview | undefined): Promise<Response> {
  const request = previewRequest(context.req.query('bead'), context.req.query('view'))
  if (!pages || !request) return refuse(context, pages ? 400 : 404, pages ? 'not-understood' : 'not-found')
  return context.json(await pages.show(request))
}

function picture(context: Context, pages: Preview | undefined): Response {
  const png = pages?.picture(context.req.param('name') ?? '')
  return png ? context.body(png, 200, { 'content-type': 'image/png' }) : refuse(context, 404, 'not-found')
}

export const faultTold = (error: FaultyBook): Told => toldOf(error.rule, (language) => error.valuesIn(language))

/** A fault of the surroundings, such as a full disk, is told to the person, whose edit is still in the window; anything else is a bug. */
function failed(error: Error, context: Context, live: Live): Response {
  if (process.env['TAWAZI_DEBUG']) console.error(error)
  const told = error instanceof FaultyBook ? faultTold(error)
    : error instanceof SurroundingsError ? toldOf(error.rule, error.values) : toldOf('review/failed', { fault: error.message })
  if (error instanceof FaultyBook) live.faulty(told)
  return context.json({ kind: 'failed', told }, 500)
}
