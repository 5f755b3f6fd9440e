import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { createListener } from '../testing/http/listener.ts'
import { distFiles } from '../testing/http/site.ts'
import { startVendor } from '../testing/http/vendor.ts'
import { arrivals, boardState } from './arrivals.ts'
import { createDesks, deskOf } from './desks.ts'
import { buildPageBundle } from './page-bundle.ts'
import { createRefusal } from './refusal.ts'
import { renderPage } from './render-page.ts'
import { createVendorDoor } from './vendor-door.ts'

const PORT = Number(process.env.PORT ?? 4173)
const VENDOR_PORT = PORT + 1
const PUBLIC = fileURLToPath(new URL('./public', import.meta.url))
const run = randomUUID()

const modeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(['up', 'down', 'hang', 'drop-answer']) }),
  z.strictObject({ type: z.literal('slow'), ms: z.number().max(60_000) }),
  z.strictObject({ type: z.literal('status'), status: z.number().min(400).max(599), cors: z.boolean() }),
  z.strictObject({ type: z.literal('rate-limit'), readable: z.boolean() }),
])

const refusal = createRefusal()
const desks = createDesks(refusal.refuse)
const door = createVendorDoor(desks, [`http://localhost:${PORT}`, `http://127.0.0.1:${PORT}`])
const vendor = await startVendor(door, { port: VENDOR_PORT, keepBodies: true })
const bundle = await buildPageBundle()

const chosenIn = ({ req }: Context): string => {
  const name = `${req.query('vendor')}`
  return Object.hasOwn(desks, name) ? name : 'klaviyo'
}

// Another site's page cannot send this type without a preflight, which gets no answer.
const isOwn = ({ req }: Context): boolean => req.header('content-type') === 'application/json'

const app = new Hono<{ Bindings: HttpBindings }>()
for (const [path, name] of Object.entries({ '/': 'index', '/care': 'care', '/arrived': 'arrived' }))
  app.get(path, (context) => {
    const address = `http://localhost:${VENDOR_PORT}`
    const worker = context.req.query('worker') !== undefined
    return context.html(renderPage(name, { desks, chosen: chosenIn(context), address, run, worker }))
  })
app.get('/demo.js', (context) => context.body(bundle, 200, { 'Content-Type': 'text/javascript' }))
app.get('/arrived.json', (context) => context.json(arrivals(deskOf(desks, chosenIn(context)), vendor)))
app.get('/board.json', (context) => {
  const state = boardState(desks, chosenIn(context), vendor, context.req.query('code') ?? '')
  return context.json({ ...state, run, isRefusing: refusal.isArmed() })
})
app.post('/vendor', async (context) => {
  if (!isOwn(context)) return context.body(null, 415)
  const mode = modeSchema.safeParse(await context.req.json().catch(() => undefined))
  if (!mode.success) return context.body(null, 400)
  await vendor.setMode(mode.data)
  return context.body(null, 204)
})
app.post('/refusal', async (context) => {
  if (!isOwn(context)) return context.body(null, 415)
  const { refuse } = await context.req.json().catch(() => ({}))
  if (refuse === true) refusal.arm()
  else refusal.forgive()
  return context.body(null, 204)
})
app.use('/dist/*', distFiles)
app.use('*', serveStatic({ root: PUBLIC }))
const site = await createListener(app.fetch, PORT)

console.log(`sendoff demo: http://localhost:${PORT}`)

const stop = async (): Promise<void> => {
  await Promise.all([site.stop(), vendor.close()])
  process.exit(0)
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
