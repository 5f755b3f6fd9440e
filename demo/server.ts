import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { z } from 'zod'
import { arrivals } from './arrivals.ts'
import { createListener } from './http/listener.ts'
import { distFiles } from './http/site.ts'
import { startVendor } from './http/vendor.ts'
import { snippet } from './snippet.ts'
import { createKlaviyoEmulator } from './vendors/klaviyo.ts'

const PORT = Number(process.env.PORT ?? 4173)
const VENDOR_PORT = PORT + 1
const PAGES = new URL('./pages/', import.meta.url)
const PUBLIC = fileURLToPath(new URL('./public', import.meta.url))

const modeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(['up', 'down', 'hang', 'drop-answer']) }),
  z.strictObject({ type: z.literal('slow'), ms: z.number().max(60_000) }),
  z.strictObject({ type: z.literal('status'), status: z.number().min(400).max(599), cors: z.boolean() }),
  z.strictObject({ type: z.literal('rate-limit'), readable: z.boolean() }),
])

const page = (name: string): string =>
  readFileSync(new URL(`${name}.html`, PAGES), 'utf8').replace('<!-- sendoff -->', () =>
    snippet({ 'data-key': 'AbC123', 'data-endpoint': `http://localhost:${VENDOR_PORT}` }),
  )

const klaviyo = createKlaviyoEmulator()
const vendor = await startVendor(klaviyo, { port: VENDOR_PORT })

const app = new Hono<{ Bindings: HttpBindings }>()
app.get('/', (context) => context.html(page('index')))
app.get('/care', (context) => context.html(page('care')))
app.get('/arrived', (context) => context.html(page('arrived')))
app.get('/arrived.json', (context) => context.json(arrivals(klaviyo, vendor)))
app.post('/vendor', async (context) => {
  // Another site cannot send this type without asking first, and is not answered when it asks.
  if (context.req.header('content-type') !== 'application/json') return context.body(null, 415)
  const mode = modeSchema.safeParse(await context.req.json().catch(() => undefined))
  if (!mode.success) return context.body(null, 400)
  await vendor.setMode(mode.data)
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
