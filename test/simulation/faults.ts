import type { Fault } from './broken-code.ts'

/** Mistakes that the simulation must find, each by what it would mean for a site. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'removes the records before the answer': {
    file: 'storage/queue.ts',
    text: 'const key = replace(t, keys, {',
    instead: 'for (const old of keys) t.remove(old)\nconst key = keys.join()\nvoid ({',
  },
  'settles by position, not by id': {
    file: 'core/batch.ts',
    text: "(outcomes[index]?.type ?? 'retry') === 'retry'",
    instead: "index >= outcomes.filter(({ type }) => type !== 'retry').length",
  },
  'settles whichever batch is the oldest': {
    file: 'storage/queue.ts',
    text: 'const batch = batchFrom(await t.get(key))',
    instead: 'key = (await t.keys(EVENTS, 1))[0] ?? key\nconst batch = batchFrom(await t.get(key))',
  },
  'forgets the journal': {
    file: 'storage/queue.ts',
    text: 'tried: tried || part.events.length',
    instead: 'tried',
  },
  'resends with a new id': {
    file: 'destinations/klaviyo.ts',
    text: 'eventOf(first, { profile })',
    instead: "eventOf(attempt === 'resend' ? { ...first, uniqueId: first.id + '-2' } : first, { profile })",
  },
  'asks for no lock and heeds no lease': {
    file: 'delivery/lane.ts',
    text: 'await lock((grantedAt) => round(grantedAt, hopeful))',
    instead: 'await round(Infinity, hopeful)',
  },
  'ignores the marks at a hand-off': {
    file: 'delivery/unsent.ts',
    text: 'full || chunk.key <= marked',
    instead: 'full',
  },
  'takes in notes of what the database has had': {
    file: 'storage/queue.ts',
    text: "if (key <= ((await t.get(WRITTEN + by)) ?? '')) continue",
    instead: '',
  },
  'does not wait for the answer to a hand-off': {
    file: 'storage/queue.ts',
    text: 'until: now() + HAND_OFF_MS',
    instead: 'until: 0',
  },
  'drops the innocent with the guilty': {
    file: 'destinations/klaviyo.ts',
    text: "{ type: 'retry', reason: 'together' }",
    instead: "{ type: 'dropped', reason: 'refused' }",
  },
  'keeps no account of the rate': {
    file: 'core/state.ts',
    text: 'now + burstMs) + costMs',
    instead: 'now + burstMs)',
  },
  'does not try again': {
    file: 'delivery/lane.ts',
    text: "flushIn(waiting ? Math.min(ms, INTERVAL_MS) : ms, 'retry')",
    instead: '',
  },
}
