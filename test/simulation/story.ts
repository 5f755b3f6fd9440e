import { CALM, type Weather } from './network.ts'
import { createRandom, type Random, seedOf } from './random.ts'
import { HEALTHY, type VendorManner, type VendorMood } from './vendor.ts'

/** A device's clock: right, without its battery in 1970, or two years ahead. */
export type ClockState = 'right' | 'lost' | 'ahead'

/**
 * Whether a request may outlive its page: in any browser of these days, in none of those before `Request.keepalive`, and not
 * where the page's own requests have used up what Firefox allows them, at some moments. Then a beacon goes instead.
 */
export type Keepalive = 'fine' | 'missing' | 'used up'

/** A site that has switched on the service worker. */
export interface WorkerSetting {
  /** How long an event's work may take, and how long the worker lives after the last page: WebKit, Firefox, Chromium. */
  readonly lifeMs: 10_000 | 60_000 | 300_000
  /** Background Sync: Chromium. */
  readonly hasSync: boolean
  /** Else nobody comes back: it is counted what of the events is left then. */
  readonly returns: boolean
}

/** What stays the same through one story. */
export interface Setting {
  readonly seed: number
  readonly vendor: 'klaviyo' | 'plain' | 'plain, assuming delivery'
  readonly manner: VendorManner
  /** The vendor knows no anonymous visitors, and nobody is identified when a tab opens. */
  readonly holds: boolean
  /** How many accounts of the vendor pages of this origin speak to; each tab to one of them. */
  readonly accounts: 1 | 2
  /** Now and then an event is tracked that nobody ever answers to. */
  readonly curses: boolean
  readonly eventsPerRequest: number
  readonly maxEvents: number
  /** Firefox gives the room of what is removed to others at once; Chromium and WebKit do when they tidy up. */
  readonly freesRoom: boolean
  readonly hasLocks: boolean
  readonly hasLocalStorage: boolean
  /** All tabs are one visitor's; else each has a person of its own. */
  readonly sharesPeople: boolean
  /** What the device's clock is at first. */
  readonly clock: ClockState
  readonly worker?: WorkerSetting | undefined
  readonly keepalive: Keepalive
  /** How many of the transactions wait for each of their reads. */
  readonly slowness: number
  /** What becomes of the tabs when the story ends and the last one is opened. */
  readonly end: 'stay' | 'crash'
}

export type Action =
  | { readonly type: 'open' | 'identify' | 'logout' | 'order' | 'flush'; readonly tab: number }
  | { readonly type: 'login'; readonly tab: number; readonly person: number; readonly email: boolean }
  | { readonly type: 'track'; readonly tab: number; readonly events: number; readonly poison: number }
  | { readonly type: 'crowd'; readonly tab: number; readonly people: number }
  | { readonly type: 'close'; readonly tab: number; readonly events: number }
  | { readonly type: 'hide' | 'cache' | 'crash' | 'freeze' | 'thaw'; readonly tab: number }
  | { readonly type: 'kill' | 'offline' | 'online' | 'reap' }
  | { readonly type: 'clock'; readonly ms: number }
  | { readonly type: 'correct'; readonly clock: ClockState }
  | { readonly type: 'weather'; readonly weather: Weather }
  | { readonly type: 'vendor'; readonly mood: VendorMood }
  | { readonly type: 'disk'; readonly state: 'fine' | 'full' | 'failing' }
  | { readonly type: 'notepad'; readonly state: 'fine' | 'full' }

/** An action, and what passes before it: some deliveries or some time. */
export type Step = Action & { readonly after: { readonly steps: number } | { readonly ms: number } }

export interface Story {
  readonly setting: Setting
  readonly steps: readonly Step[]
}

const HOUR_MS = 3_600_000

const sometimes = (random: Random, chance: number): number => (random.chance(chance) ? random.next() : 0)

const burst = (random: Random): number =>
  1 + random.below(random.pick([1, 1, 3, 3, 5, 5, 5, 10, 10, random.chance(0.2) ? 250 : 30]))

/** What is drawn for the stories that have it alone. */
type Special = 'login' | 'logout' | 'correct' | 'reap'

const DRAW: Record<
  Exclude<Action['type'], Special>,
  { weight: number; draw: (random: Random, tab: number) => Action }
> = {
  open: { weight: 12, draw: (_, tab) => ({ type: 'open', tab }) },
  track: {
    weight: 30,
    draw: (random, tab) => ({
      type: 'track',
      tab,
      events: random.chance(0.002) ? 1_100 : burst(random),
      poison: random.chance(0.1) ? 1 + random.below(3) : 0,
    }),
  },
  identify: { weight: 3, draw: (_, tab) => ({ type: 'identify', tab }) },
  crowd: { weight: 1, draw: (random, tab) => ({ type: 'crowd', tab, people: 5 + random.below(20) }) },
  order: { weight: 2, draw: (_, tab) => ({ type: 'order', tab }) },
  flush: { weight: 4, draw: (_, tab) => ({ type: 'flush', tab }) },
  hide: { weight: 6, draw: (_, tab) => ({ type: 'hide', tab }) },
  close: {
    weight: 6,
    draw: (random, tab) => ({ type: 'close', tab, events: random.chance(0.3) ? burst(random) : 0 }),
  },
  cache: { weight: 2, draw: (_, tab) => ({ type: 'cache', tab }) },
  crash: { weight: 4, draw: (_, tab) => ({ type: 'crash', tab }) },
  freeze: { weight: 4, draw: (_, tab) => ({ type: 'freeze', tab }) },
  thaw: { weight: 5, draw: (_, tab) => ({ type: 'thaw', tab }) },
  kill: { weight: 2, draw: () => ({ type: 'kill' }) },
  offline: { weight: 2, draw: () => ({ type: 'offline' }) },
  online: { weight: 3, draw: () => ({ type: 'online' }) },
  clock: {
    weight: 1,
    draw: (random) => ({ type: 'clock', ms: random.pick([-HOUR_MS, HOUR_MS, -5_000, 60_000]) }),
  },
  weather: {
    weight: 4,
    draw: (random) => ({
      type: 'weather',
      weather: {
        dropped: sometimes(random, 0.3),
        unanswered: sometimes(random, 0.4),
        late: sometimes(random, 0.3),
        twice: sometimes(random, 0.1),
      },
    }),
  },
  vendor: {
    weight: 4,
    draw: (random) => ({
      type: 'vendor',
      mood: {
        limited: sometimes(random, 0.3),
        failing: sometimes(random, 0.3),
        locked: sometimes(random, 0.1),
        hurried: sometimes(random, 0.2),
      },
    }),
  },
  disk: {
    weight: 0.7,
    draw: (random) => ({ type: 'disk', state: random.pick(['fine', 'fine', 'full', 'failing']) }),
  },
  notepad: { weight: 0.7, draw: (random) => ({ type: 'notepad', state: random.pick(['fine', 'full']) }) },
}

const CHOICES = Object.values(DRAW)
const WEIGHT = CHOICES.reduce((sum, { weight }) => sum + weight, 0)

const drawAction = (random: Random): Action => {
  let at = random.next() * WEIGHT
  const choice = CHOICES.find(({ weight }) => {
    at -= weight
    return at < 0
  })
  return (choice ?? DRAW.open).draw(random, random.below(4))
}

const drawStep = (random: Random, draw = drawAction): Step => ({
  ...draw(random),
  after: random.chance(0.6) ? { steps: random.spread(12) } : { ms: random.spread(60_000) },
})

/** People who come and go, in any tab: few, so that they come back. */
const drawPerson = (random: Random): Action => {
  const tab = random.below(4)
  return random.chance(0.3)
    ? { type: 'logout', tab }
    : { type: 'login', tab, person: 1 + random.below(3), email: random.chance(0.5) }
}

const drawCorrection = (random: Random): Action => ({
  type: 'correct',
  clock: random.pick(['right', 'right', 'lost', 'ahead']),
})

/** Puts some more steps between the others. */
const between = (
  random: Random,
  steps: readonly Step[],
  count: number,
  draw: typeof drawAction,
): readonly Step[] =>
  count
    ? between(random, steps.toSpliced(random.below(steps.length), 0, drawStep(random, draw)), count - 1, draw)
    : steps

/** The browser stops its workers. */
const drawReaping = (): Action => ({ type: 'reap' })

/** The part of a seed by which its worker is drawn: so what is drawn of the rest stays what it was. */
const WORKER_PART = 1_000

/** The same story, with a worker now and then. */
const withWorker = (seed: number, { setting, steps }: Story): Story => {
  const random = createRandom(seedOf(seed, WORKER_PART))
  if (!random.chance(0.3)) return { setting, steps }
  const [lifeMs, hasSync] = random.pick([
    [300_000, true],
    [300_000, true],
    [60_000, false],
    [10_000, false],
  ] as [readonly [300_000, boolean], ...(readonly [WorkerSetting['lifeMs'], boolean])[]])
  const worker = { lifeMs, hasSync, returns: random.chance(0.6) }
  const [first, ...others] = steps as [Step, ...Step[]]
  return {
    setting: { ...setting, worker },
    steps: [first, ...between(random, others, random.below(4), drawReaping)],
  }
}

/** The part of a seed by which it is drawn what its browser lets live on. */
const KEEPALIVE_PART = 4_000

/** Somebody looks in and goes on: some events are still to be handed off then. */
const drawLook = (random: Random): readonly Step[] => {
  const tab = random.below(4)
  const open = drawStep(random, () => ({ type: 'open', tab }))
  const track = drawStep(random, () => ({ type: 'track', tab, events: burst(random), poison: 0 }))
  const leave: Action = random.pick([
    { type: 'hide', tab },
    { type: 'hide', tab },
    { type: 'close', tab, events: 0 },
  ])
  return [open, track, { ...leave, after: { steps: random.spread(5) } }]
}

/**
 * The same story, now and then in a browser that needs beacons, and with more reasons for them. Klaviyo's requests have a header,
 * for which the vendor would have to be asked first: no beacon carries them.
 */
const withKeepalive = (seed: number, { setting, steps }: Story): Story => {
  const random = createRandom(seedOf(seed, KEEPALIVE_PART))
  if (setting.vendor === 'klaviyo' || !random.chance(0.3)) return { setting, steps }
  const keepalive: Keepalive = random.pick(['missing', 'used up'])
  let all = steps
  for (let left = 1 + random.below(5); left; left--)
    all = all.toSpliced(1 + random.below(all.length), 0, ...drawLook(random))
  return { setting: { ...setting, keepalive }, steps: all }
}

/** The story that a seed stood for before there were beacons. */
export const drawWithoutBeacons = (seed: number): Story => {
  const random = createRandom(seed)
  const setting: Setting = {
    seed,
    vendor: random.pick(['klaviyo', 'klaviyo', 'plain', 'plain, assuming delivery']),
    manner: { decides: random.pick(['together', 'together', 'each']), namesTheGuilty: random.chance(0.5) },
    eventsPerRequest: random.pick([400, 1_000]),
    hasLocks: random.chance(0.8),
    hasLocalStorage: random.chance(0.95),
    slowness: random.pick([0, 0, 0.2, 1]),
    end: random.pick(['stay', 'crash']),
    holds: false,
    accounts: 1,
    curses: false,
    maxEvents: 100_000,
    freesRoom: false,
    sharesPeople: false,
    clock: 'right',
    keepalive: 'fine',
  }
  const first: Step = { type: 'open', tab: 0, after: { steps: 0 } }
  const steps = Array.from({ length: 6 + random.below(30) }, () => drawStep(random))
  // Drawn last: the stories stay what they were before there were such settings.
  const holds = setting.vendor !== 'klaviyo' && random.chance(0.5)
  const maxEvents = random.chance(0.1) ? 10 : setting.maxEvents
  const freesRoom = random.chance(0.3)
  const accounts = random.chance(0.3) ? 2 : 1
  const curses = random.chance(0.3)
  const sharesPeople = random.chance(0.3)
  const corrections = random.chance(0.3) ? 1 + random.below(3) : 0
  const clock: ClockState = corrections ? random.pick(['right', 'lost', 'ahead']) : 'right'
  const peopled = between(random, steps, sharesPeople ? 2 + random.below(8) : 0, drawPerson)
  return withWorker(seed, {
    setting: { ...setting, holds, maxEvents, freesRoom, accounts, curses, sharesPeople, clock },
    steps: [first, ...between(random, peopled, corrections, drawCorrection)],
  })
}

/** The story that a seed stands for. */
export const drawStory = (seed: number): Story => withKeepalive(seed, drawWithoutBeacons(seed))

/** With a worker, and tabs whose clock was ahead. */
export const wasAhead = ({ setting, steps }: Story): boolean =>
  !!setting.worker && (setting.clock !== 'right' || steps.some(({ type }) => type === 'correct'))

export const FINE: readonly Action[] = [
  { type: 'weather', weather: CALM },
  { type: 'vendor', mood: HEALTHY },
  { type: 'disk', state: 'fine' },
  { type: 'notepad', state: 'fine' },
  { type: 'online' },
]

const words = (parts: object): string =>
  Object.entries(parts)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name} ${typeof value === 'number' ? Number(value.toFixed(2)) : value}`)
    .join(', ') || 'fine'

/** One line for one step. */
export const tell = ({ after, ...action }: Step): string => {
  const pause = 'ms' in after ? `${after.ms} ms later` : `${after.steps} deliveries later`
  const { type, ...rest } = action
  const details = 'weather' in rest ? rest.weather : 'mood' in rest ? rest.mood : rest
  return `${pause.padStart(20)}: ${type} (${words('tab' in details ? { ...details, tab: `#${details.tab}` } : details)})`
}
