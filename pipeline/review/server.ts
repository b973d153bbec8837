/** The workbench's server: one book, a page on this machine, and no files but those that the page is made of. */

import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Desk } from '../model/desk.ts'
import { SurroundingsError } from '../model/message.ts'
import { FaultyBook } from './desk/faulty.ts'
import { authority, doorsOf, loopback } from './guards.ts'
import { Live } from './live.ts'
import { pageFiles, type PageOptions } from './page.ts'
import type { Preview } from './preview.ts'
import { faultTold, routes } from './routes.ts'

export interface ServeOptions extends PageOptions {
  /** An address of this machine; any but its own needs a token, which the served address has. */
  readonly host: string
  /** 0 for one that is free. */
  readonly port: number
  readonly preview?: Preview
  /** The book's version as it is on the disk, where that costs less than its whole state. */
  readonly version?: () => Promise<string>
}

export interface Served {
  /** What a person opens; with the token where there is one. */
  readonly address: string
  /** To be called when files may have changed on the disk: windows are told where the book is another, or faulty. */
  changed(): Promise<void>
  /** Ends all connections. */
  close(): Promise<void>
}

/** Throws a `SurroundingsError` where the address cannot be listened on. */
export async function serve(desk: Desk, { host, port, preview, version = async () => (await desk.state()).version, ...page }: ServeOptions): Promise<Served> {
  let app: Hono | undefined
  const server = createAdaptorServer({ fetch: (request, environment) => app?.fetch(request, environment) ?? new Response(null, { status: 503 }) }) as Server
  Object.assign(server, limits)
  const bound = await listening(server, host, port)
  const token = loopback.has(host) ? undefined : randomBytes(24).toString('base64url')
  const live = new Live()
  const endFollowing = desk.follow((checked) => live.checked(checked))
  app = routes({ desk, live, preview, doors: doorsOf(host, bound, token), files: pageFiles(page) })
  return {
    address: `http://${authority(shownHost(host), bound)}/${token === undefined ? '' : `?token=${token}`}`,
    changed: async () => {
      try {
        live.tell(await version())
      } catch (error) {
        if (!(error instanceof FaultyBook)) throw error
        live.faulty(faultTold(error))
      }
    },
    close: () => {
      endFollowing()
      return closed(server)
    },
  }
}

/** Milliseconds in which the head of a request must have come, and the whole of it; windows and what they ask for at once. Our own choices, for one person's work. */
export const limits = { headersTimeout: 10_000, requestTimeout: 30_000, maxConnections: 256 } as const

/** Nobody can open “any address”: one by which other machines know this one stands for it. */
const shownHost = (host: string): string => (host === '0.0.0.0' || host === '::' ? outerAddress() ?? 'localhost' : host)

const outerAddress = (): string | undefined =>
  Object.values(networkInterfaces()).flatMap((all) => all ?? []).find(({ family, internal }) => family === 'IPv4' && !internal)?.address

function listening(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const rule = cause.code === 'EADDRINUSE' ? 'review/port-taken' : 'review/no-address'
      reject(new SurroundingsError(rule, { host, port: String(port) }, cause))
    })
    server.listen({ host, port }, () => resolve((server.address() as AddressInfo).port))
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
