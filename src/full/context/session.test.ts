import { expect, test } from 'vitest'
import { createIds } from '../../core/id.ts'
import type { LocalArea } from '../../store/local-area.ts'
import { type Campaign, createCampaigns } from './campaign.ts'
import { createSession, SESSION, SESSION_MS, SYNC_MS } from './session.ts'

interface Tab {
  hear: () => void
  isDeaf: boolean
}

/** One browser: a clock and one storage over all tabs, whose writes the other tabs hear of when `tell` is called. */
const createBrowser = () => {
  const stored = new Map<string, string>()
  const io = { reads: 0, writes: 0 }
  const clock = { ms: 1_800_000_000_000 }
  const tabs: Tab[] = []
  const news: (() => void)[] = []

  const open = (campaign: Campaign = {}, isDeaf = false, place = SESSION) => {
    const me: Tab = { hear: () => undefined, isDeaf }
    const area: LocalArea = {
      keys: () => [...stored.keys()],
      get: (key) => {
        io.reads++
        return stored.get(key) ?? null
      },
      set: (key, value) => {
        io.writes++
        stored.set(key, value)
        for (const tab of tabs) if (tab !== me) news.push(() => tab.isDeaf || tab.hear())
      },
      delete: (key) => void stored.delete(key),
    }
    tabs.push(me)
    const tail = `${tabs.length}`.padStart(16, '0')
    const session = createSession({
      place,
      area,
      now: () => clock.ms,
      newId: createIds(
        () => clock.ms,
        () => tail,
      ),
      among: createCampaigns().among,
      onChange(changed) {
        me.hear = changed
        return () => {
          me.isDeaf = true
        }
      },
    })
    /** The page arrives when it is first used. */
    let isThere = false
    const here = () => {
      if (!isThere) session.arrive(campaign)
      isThere = true
      return session
    }
    return { ...session, current: () => here().current(), arrive: (next: Campaign) => here().arrive(next) }
  }

  /** Tells all tabs what they have not heard yet; it ends only if they come to an agreement. */
  const tell = () => {
    for (let rounds = 0; news.length; rounds++) {
      expect(rounds).toBeLessThan(100)
      for (const hear of news.splice(0)) hear()
    }
  }
  const hearAll = () => {
    for (const { hear } of tabs) hear()
  }
  return { stored, io, clock, open, tell, hearAll }
}

test('goes on while less than half an hour passes between events, and ends after that', () => {
  const { clock, open } = createBrowser()
  const session = open()
  const { id } = session.current()
  for (let event = 0; event < 5; event++) {
    clock.ms += SESSION_MS - 1
    expect(session.current().id).toBe(id)
  }
  clock.ms += SESSION_MS
  expect(session.current().id).not.toBe(id)
})

test('goes on over the next page, with the last campaign that any of its pages came with', () => {
  const { clock, open } = createBrowser()
  const { id } = open({ utm_source: 'news', utm_medium: 'email' }).current()
  clock.ms += 1_000
  expect(open().current()).toMatchObject({ id, campaign: { utm_source: 'news', utm_medium: 'email' } })
  clock.ms += 1_000
  const page = open({ utm_source: 'other', gclid: 'g' })
  // The first record is replaced as a whole: its other values do not belong to the second session.
  expect(page.current()).toMatchObject({ id, campaign: { utm_source: 'other', gclid: 'g' } })
  page.arrive({})
  expect(page.current()).toMatchObject({ id, campaign: { utm_source: 'other', gclid: 'g' } })
  clock.ms += SESSION_MS
  expect(open().current().campaign).toEqual({})
})

test('begins again with the campaign of a page that has stayed open meanwhile', () => {
  const { clock, open } = createBrowser()
  const page = open({ gclid: 'g' })
  const { id } = page.current()
  clock.ms += SESSION_MS
  expect(page.current()).toMatchObject({ campaign: { gclid: 'g' } })
  expect(page.current().id).not.toBe(id)
})

test.each(['when it hears of it', 'when no news arrive'])(
  'has a campaign that arrives in one tab in the other, too, %s',
  (news) => {
    const { clock, open, tell } = createBrowser()
    const [one, two] = [open({ gclid: 'first' }, true), open()]
    one.current()
    clock.ms += 1_000
    two.arrive({ gclid: 'second' })
    if (news === 'when it hears of it') tell()
    else clock.ms += SYNC_MS
    one.current()
    clock.ms += SYNC_MS
    expect([one.current().campaign, two.current().campaign]).toEqual([
      { gclid: 'second' },
      { gclid: 'second' },
    ])
    expect(one.current().id).toBe(two.current().id)
  },
)

test('touches the storage at most once in ten seconds, however many events there are', () => {
  const { io, clock, open } = createBrowser()
  const session = open()
  for (let event = 0; event < 1_000; event++) {
    session.current()
    clock.ms += 1
  }
  expect(io).toEqual({ reads: 1, writes: 1 })
  clock.ms += SYNC_MS
  for (let event = 0; event < 1_000; event++) session.current()
  expect(io).toEqual({ reads: 2, writes: 2 })
})

test('is kept alive by another tab', () => {
  const { clock, open, tell } = createBrowser()
  const [quiet, busy] = [open(), open()]
  const { id } = quiet.current()
  for (let minute = 0; minute < 60; minute++) {
    clock.ms += 60_000
    busy.current()
    tell()
  }
  expect([quiet.current().id, busy.current().id]).toEqual([id, id])
})

test('is one in two tabs that begin at the same moment, whichever hears of the other first', () => {
  for (const isSwapped of [false, true]) {
    const { clock, stored, open, tell } = createBrowser()
    const tabs = [open({ gclid: 'first' }), open({ gclid: 'second' })]
    if (isSwapped) tabs.reverse()
    const [one, two] = tabs as [(typeof tabs)[0], (typeof tabs)[0]]
    one.current()
    // The second tab has read before the first wrote.
    stored.clear()
    two.current()
    tell()
    clock.ms += 1
    expect(one.current().id).toBe(two.current().id)
    expect(one.current().campaign).toEqual({ gclid: 'first' })
    expect(JSON.parse(`${stored.get(SESSION)}`).id).toBe(one.current().id)
  }
})

test('agrees with what another tab has begun although no news arrive', () => {
  const { clock, stored, open } = createBrowser()
  const [one, two] = [open(), open({}, true)]
  one.current()
  stored.clear()
  two.current()
  clock.ms += SYNC_MS
  one.current()
  expect(two.current().id).toBe(one.current().id)
})

test('begins anew when it was erased in another tab', () => {
  const { stored, open, hearAll } = createBrowser()
  const session = open({ gclid: 'g' })
  const { id } = session.current()
  stored.clear()
  hearAll()
  expect(session.current().id).not.toBe(id)
})

test('begins anew when it is told to forget', () => {
  const { stored, open } = createBrowser()
  const session = open()
  const { id } = session.current()
  stored.clear()
  session.forget()
  expect(session.current().id).not.toBe(id)
})

test('writes at once when it is told that it may, if there is something to write', () => {
  const { io, open } = createBrowser()
  const session = open()
  session.sync()
  expect(io.writes).toBe(0)
  session.current()
  session.sync()
  expect(io.writes).toBe(2)
})

test('lives in memory where there is no storage', () => {
  let ms = 0
  const session = createSession({
    place: SESSION,
    area: { keys: () => [], get: () => undefined, set: () => undefined, delete: () => undefined },
    now: () => ms,
    newId: createIds(
      () => ms,
      () => '0'.repeat(16),
    ),
    among: () => ({}),
    onChange: (changed) => {
      changed()
      return () => undefined
    },
  })
  const { id } = session.current()
  ms += SYNC_MS
  expect(session.current().id).toBe(id)
})

test.each(['', 'null', '[]', '{"id":7,"lastMs":1}', '{"id":"x"}', '{"id":"x","lastMs":"1"}', '{'])(
  'begins anew where it finds %s',
  (found) => {
    const { stored, open } = createBrowser()
    stored.set(SESSION, found)
    expect(open().current().id).toMatch(/^[\da-f]{8}-/)
  },
)

test('takes no campaign from a record but known names and texts', () => {
  const { stored, clock, open } = createBrowser()
  const campaign = { gclid: 7, utm_source: 'a', other: 'b' }
  stored.set(SESSION, JSON.stringify({ id: 'x', lastMs: clock.ms, campaign }))
  expect(open().current().campaign).toEqual({ utm_source: 'a' })
  stored.set(SESSION, JSON.stringify({ id: 'x', lastMs: clock.ms }))
  expect(open().current().campaign).toEqual({})
})

test('ends although the clock was set back', () => {
  const { clock, open } = createBrowser()
  const session = open()
  const { id } = session.current()
  clock.ms -= SESSION_MS
  expect(session.current().id).not.toBe(id)
})

test('is another one at another place: a namespace has its own', () => {
  const { open } = createBrowser()
  const one = open().current()
  expect(open({}, false, `${SESSION}@de`).current().id).not.toBe(one.id)
  expect(open().current().id).toBe(one.id)
})
