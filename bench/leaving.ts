// The command `npx tsx bench/leaving.ts [tries]` tells which message to a service worker arrives from a page of
// Chromium that is left for another site.
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import { launchOptions } from '../testing/browsers/launch-options.ts'
import { createListener } from '../testing/http/listener.ts'
import { table } from './report/table.ts'

const tries = Number(process.argv[2] ?? 12)
/** The time within which a message arrives, if it does. */
const ARRIVES_MS = 2_000

/** The page's ways to send, with the moment of each. */
const WAYS = {
  'message, hidden and pagehide': 'message hide',
  'message, pageswap': 'message swap',
  'message, navigate event': 'message navigate',
  'BroadcastChannel, pagehide': 'channel hide',
  'port that the worker holds, pagehide': 'port hide',
} as const
type Way = keyof typeof WAYS

const WORKER = `
addEventListener('install', (event) => event.waitUntil(skipWaiting()))
const heard = (word) => fetch('/heard/' + encodeURIComponent(word))
addEventListener('message', ({ data, ports: [port] }) => {
  if (!port) return heard(data)
  self.port = port
  port.onmessage = (event) => heard(event.data)
  port.postMessage('ready')
})
const channel = new BroadcastChannel('words')
channel.onmessage = ({ data }) => heard(data)`

const PAGE = (
  there: string,
): string => `<!doctype html><link rel="icon" href="data:,"><a href="${there}">out</a><script>
window.start = async (way, word) => {
  const registration = await navigator.serviceWorker.register('/worker.js', { scope: '/none/' })
  while (!registration.active) await new Promise((resolve) => setTimeout(resolve, 20))
  const { port1, port2 } = new MessageChannel()
  const [kind, moment] = way.split(' ')
  if (kind === 'port') await new Promise((resolve) => {
    port1.onmessage = resolve
    registration.active.postMessage('', [port2])
  })
  const say = () => {
    if (kind === 'message') registration.active.postMessage(word)
    else if (kind === 'port') port1.postMessage(word)
    else {
      const channel = new BroadcastChannel('words')
      channel.postMessage(word)
      channel.close()
    }
  }
  if (moment === 'swap') addEventListener('pageswap', say)
  else if (moment === 'navigate') navigation.addEventListener('navigate', say)
  else for (const type of ['pagehide', 'visibilitychange']) addEventListener(type, say, true)
}
</script>`

const heard = new Set<string>()
const listener = await createListener((request) => {
  const { pathname, port } = new URL(request.url)
  const html = (body: string, type = 'text/html') => new Response(body, { headers: { 'Content-Type': type } })
  if (pathname === '/worker.js') return html(WORKER, 'text/javascript')
  if (pathname === '/there') return html('<p>there')
  if (pathname.startsWith('/heard/')) heard.add(decodeURIComponent(pathname.slice('/heard/'.length)))
  return html(PAGE(`http://localhost:${port}/there`))
})
const origin = `http://127.0.0.1:${listener.port}`
const there = `http://localhost:${listener.port}/there`
const browser = await chromium.launch(launchOptions)

type Leaving = 'link' | 'address'
type Life = 'living' | 'stopped'

const leave = async (page: Page, way: Way, leaving: Leaving, life: Life, word: string): Promise<void> => {
  await page.goto(origin)
  await page.evaluate(([its, said]) => Reflect.get(window, 'start')(its, said), [WAYS[way], word] as const)
  if (life === 'stopped') {
    const session = await page.context().newCDPSession(page)
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    await sleep(100)
    await session.detach()
  }
  if (leaving === 'link') await page.click('a')
  else await page.goto(there)
  await page.waitForURL(there)
}

const count = async (way: Way, leaving: Leaving, life: Life): Promise<string> => {
  heard.clear()
  for (let number = 1; number <= tries; number++) {
    // Each try has a visitor of its own, because what one leaves behind wakes its worker.
    const context = await browser.newContext()
    const page = await context.newPage()
    await leave(page, way, leaving, life, `word ${number}`)
    await sleep(number === tries ? ARRIVES_MS : ARRIVES_MS / 4)
    await context.close()
  }
  return `${heard.size} of ${tries}`
}

const columns: readonly (readonly [Leaving, Life])[] = [
  ['link', 'living'],
  ['link', 'stopped'],
  ['address', 'living'],
  ['address', 'stopped'],
]
const rows: string[][] = []
for (const way of Object.keys(WAYS) as Way[]) {
  const row = [way as string]
  for (const [leaving, life] of columns) row.push(await count(way, leaving, life))
  rows.push(row)
  console.log(row.join(' | '))
}
console.log(`\nChromium ${browser.version()}, words that arrived; the worker's state when the page is left\n`)
console.log(table(['', ...columns.map(([leaving, life]) => `${leaving}, ${life}`)], rows))
await browser.close()
await listener.stop()
