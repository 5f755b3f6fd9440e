import type { Fault } from './broken-code.ts'

/** Mistakes that the simulation must find, each by what it would mean for a site. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'removes the records before the answer': {
    file: 'storage/queue.ts',
    text: 'state.sending = keys',
    instead: 'keys.forEach(t.remove)',
  },
  'settles by position, not by id': {
    file: 'storage/settle.ts',
    text: 'outcomes[at++]',
    instead: 'outcomes[outcomes.length - ++at]',
  },
  'settles whichever record is the oldest': {
    file: 'storage/settle.ts',
    text: 'const tried = triedKeyOf(key)',
    instead: "const [tried = key] = await t.keys(name + '/e/', 1)",
  },
  'forgets the journal': {
    file: 'storage/queue.ts',
    text: 'state.sending = keys',
    instead: '',
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
    file: 'storage/hand-off.ts',
    text: 'key <= notes.mark()',
    instead: 'false',
  },
  'hands off, left with memory alone, what is stored': {
    file: 'storage/hand-off.ts',
    text: 'if (tries >= 0 && isMemory()) continue',
    instead: '',
  },
  'sends from memory, too, what it has noted': {
    file: 'storage/queue.ts',
    text: 'if (tries < TRIES && chunk.note) continue',
    instead: '',
    from: 3_500,
  },
  'forgets an answer that the database refuses': {
    file: 'storage/queue.ts',
    text: '!(await settled(t, state, answer)) && isMemory()',
    instead: '(await settled(t, state, answer)) === 0',
    from: 4_000,
  },
  'goes on in a database that it has given up': {
    file: 'storage/queue.ts',
    text: 'if (isMemory() && tries >= 0) throw 0',
    instead: '',
    from: 2_000,
  },
  'takes a note in twice': {
    file: 'storage/notes.ts',
    text: '|| state.seen.includes(place)',
    instead: '',
  },
  'hands off what is held': {
    file: 'storage/hand-off.ts',
    text: 'isTaken || held',
    instead: 'isTaken',
  },
  'notes what is held among the new': {
    file: 'storage/hand-off.ts',
    text: 'chunks[held || key]',
    instead: 'chunks[key]',
  },
  'releases what is held without its person': {
    file: 'core/holding.ts',
    text: '...(identity && { identity })',
    instead: '',
  },
  'keeps holding what it releases': {
    file: 'core/holding.ts',
    text: 'records.remove(held)',
    instead: '',
  },
  'does not wait for the answer to a hand-off': {
    file: 'storage/hand-off.ts',
    text: 'now() + HAND_OFF_MS',
    instead: '0',
  },
  'takes a busy vendor to have what it was sent': {
    file: 'storage/settle.ts',
    text: "reason === 'unanswered' ||",
    instead: "reason === 'unanswered' || reason === 'busy' ||",
  },
  'drops the innocent with the guilty': {
    file: 'destinations/klaviyo.ts',
    text: "? 'alone' : 'together' }",
    instead: "? 'alone' : 'together', ...(body.includes('/data/' + index) || { type: 'dropped' }) }",
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
