import type { Receipt, Tracker } from '../../src/tracker.ts'
import { openPage, type Page, type PageOptions, type SentRequest } from './page.ts'

/** The files that a page loads, and what its script tag says. */
export interface Tag {
  readonly stub: string
  readonly script: string
  readonly rejected: string
  readonly attributes: Readonly<Record<string, string>>
}

interface FullTracker extends Tracker {
  page?(name: string): Receipt
  consent?(decision: 'granted'): void
  rejected(): Promise<readonly object[]>
}

export interface Evidence {
  readonly requests: readonly SentRequest[]
  /** The dead letters. */
  readonly letters: readonly object[]
}

/** The event that the vendor is to refuse has this property. */
export const GUILTY = { refuse: 'this one' }

const TOLD = ['settled', 'flush', 'paused', 'error'] as const

/** What JSON makes of it: it has no `undefined`, and no prototypes of another page. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** A network that can be held up. */
const createNetwork = (answer: PageOptions['answer']) => {
  let free = Promise.resolve()
  let release = (): void => undefined
  return {
    hold(): void {
      free = new Promise((resolve) => {
        release = resolve
      })
    },
    release: () => release(),
    answer: (request: Request) => free.then(() => answer(request)),
  }
}

const until = async (isDone: () => boolean): Promise<void> => {
  for (let looks = 0; !isDone(); looks++) {
    if (looks > 5_000) throw new Error('it has waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

type Stored = Awaited<ReturnType<Page['stored']>>

/** The full tracker copies into the database who the visitor is when the page is idle: sooner or later. */
const withoutCopies = ({ area, databases }: Stored): Stored => {
  const others = Object.entries(databases).filter(([key]) => !key.startsWith('sendoff/sendoff: identity'))
  return { area, databases: Object.fromEntries(others) }
}

/** Calls everything that a tracker has, before there is one and after. */
const track = async (run: () => void, global: { track: FullTracker }, told: unknown[], nowMs: number) => {
  const early = global.track('Came Early', { before: 'the script' }) as unknown as Promise<Receipt>
  run()
  const { track } = global
  for (const type of TOLD) track.on(type, (detail) => told.push([type, detail]))
  const { stored } = track('Viewed Product', {
    sku: 'A-1',
    value: 19.9,
    currency: 'EUR',
    sizes: ['S', 'M'],
    maker: { name: 'Ärmel & Söhne' },
  })
  track.identify('customer-7', {
    email: 'ada@shop.test',
    phone: '+491701234567',
    firstName: 'Ada',
    plan: 'gold',
  })
  track.page?.('Shoes')
  track.consent?.('granted')
  track('Added to Cart', { sku: 'A-1' }, { id: 'cart-1', time: nowMs - 60_000 })
  const refused = track('Reviewed Product', GUILTY)
  await Promise.all([early, stored, refused.stored])
}

/**
 * A visit to a shop, from before the script is there to the end of the page, in which every part of a script has
 * something to do. Returns what was stored at each step, sent, and told.
 */
export const visit = async (tag: Tag, { answer, ...page }: PageOptions): Promise<Evidence> => {
  const network = createNetwork(answer)
  const { window, requests, run, hide, stored, close } = openPage({ ...page, answer: network.answer })
  const global = window as unknown as { track: FullTracker }
  const told: unknown[][] = []

  run(tag.stub)
  await track(() => run(tag.script, tag.attributes), global, told, page.nowMs)
  const written = withoutCopies(await stored())
  const flushed = await global.track.flush()
  const settled = withoutCopies(await stored())

  const { length } = told
  network.hold()
  global.track('Looked Back', { sku: 'A-1' })
  hide()
  const noted = await stored()
  network.release()
  await until(() => told.slice(length).some(([type]) => type === 'settled'))
  const status = await global.track.status()

  run(tag.rejected)
  await until(() => 'rejected' in global.track)
  const letters = await global.track.rejected()
  await close()
  return asJson({ requests, written, settled, noted, told, flushed, status, letters }) as Evidence
}
