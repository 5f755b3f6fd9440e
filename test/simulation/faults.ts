import type { Fault } from './broken-code.ts'

/** Mistakes that the simulation must find, each by what it would mean for a site. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'removes the records before the answer': {
    file: 'queue/claim.ts',
    text: 'state.sending = cutAfter(t, prefix, taken, found, events, onRest)',
    instead: 'taken.forEach(t.remove)',
  },
  'settles by position, not by id': {
    file: 'queue/settle.ts',
    text: 'outcomes[index] ?? UNKNOWN',
    instead: 'outcomes[outcomes.length - 1 - index] ?? UNKNOWN',
  },
  'settles whichever record is the oldest': {
    file: 'queue/settle.ts',
    text: 'const tried = unansweredKeyOf(key)',
    instead: "const [tried = key] = await t.keys(queue + '/e/', 1)",
  },
  'forgets the journal': {
    file: 'queue/claim.ts',
    text: 'state.sending = cutAfter(t, prefix, taken, found, events, onRest)',
    instead: 'cutAfter(t, prefix, taken, found, events, onRest)',
  },
  'resends with a new id': {
    file: 'vendors/klaviyo/destination.ts',
    text: 'eventOf(first, { profile })',
    instead: "eventOf(attempt === 'resend' ? { ...first, uniqueId: first.id + '-2' } : first, { profile })",
  },
  'asks for no lock and heeds no lease': {
    file: 'delivery/rounds.ts',
    text: 'await lock((grantedAt) => round(grantedAt, ignoresBackOff))',
    instead: 'await round(Infinity, ignoresBackOff)',
  },
  'ignores the marks at a hand-off': {
    file: 'queue/last-moment/hand-off.ts',
    text: 'key <= mark',
    instead: 'false',
  },
  'hands off, left with memory alone, what is stored': {
    file: 'queue/last-moment/hand-off.ts',
    text: 'if (tries >= 0 && isMemory()) continue',
    instead: '',
    from: 1_770,
  },
  'sends from memory, too, what it has noted': {
    file: 'queue/queue.ts',
    text: 'if (tries < TRIES && chunk.note) continue',
    instead: '',
    from: 5_625,
  },
  'forgets an answer that the database refuses': {
    file: 'queue/queue.ts',
    text: 'if (!isThere && isMemory())',
    instead: 'if (!queue)',
    from: 4_740,
  },
  'goes on in a database that it has given up': {
    file: 'queue/create-change.ts',
    text: "if (isMemory() && tries >= 0) throw new Error('left with memory')",
    instead: '',
    from: 123_130,
  },
  'takes a note in twice': {
    file: 'queue/last-moment/apply-note.ts',
    text: 'if (state.seen.includes(place)) return',
    instead: '',
    from: 3_310,
  },
  'hands off what is held': {
    file: 'queue/last-moment/hand-off.ts',
    text: 'isTaken || held',
    instead: 'isTaken',
  },
  'notes what is held among the new': {
    file: 'queue/last-moment/hand-off.ts',
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
    file: 'queue/last-moment/hand-off.ts',
    text: 'now() + HAND_OFF_MS',
    instead: '0',
  },
  'takes a busy vendor to have what it was sent': {
    file: 'queue/settle.ts',
    text: "reason === 'unanswered' || reason === 'alone'",
    instead: "reason === 'unanswered' || reason === 'alone' || reason === 'busy'",
  },
  'drops the innocent with the guilty': {
    file: 'vendors/klaviyo/destination.ts',
    text: ': refusalOf(events, detail)',
    instead: ": { type: 'dropped', reason: 'refused' }",
  },
  'keeps no account of the rate': {
    file: 'queue/shared-state.ts',
    text: 'now + burstMs) + costMs',
    instead: 'now + burstMs)',
    from: 340,
  },
  'keeps the events of all accounts in one queue': {
    file: 'core/record-key.ts',
    text: 'encodeURIComponent(account)',
    instead: 'encodeURIComponent(account.slice(9))',
  },
  'repeats first what is never answered': {
    file: 'queue/choose.ts',
    text: 'isReady && !state.repeated ? []',
    instead: 'doubtful[0] ? []',
  },
  'gives up what was unanswered twice': {
    file: 'queue/judge.ts',
    text: 'tries >= MOST_TRIES - 1 && !state.silent',
    instead: 'tries > 0',
  },
  'never looks at others than the first of what is never answered': {
    file: 'queue/choose.ts',
    text: 'candidates[Math.floor(state.repeats % candidates.length)]',
    instead: 'candidates[0]',
  },
  'drops as too old what was tracked by a wrong clock': {
    file: 'queue/claim.ts',
    text: 'since < tooOld ? tooOld : 0',
    instead: 'tooOld',
  },
  'does not see that the clock is corrected while it writes': {
    file: 'queue/create-change.ts',
    text: 'at: Math.min(state.at, now())',
    instead: 'at: now()',
    from: 160,
  },
  'tells again and again a time that the vendor refuses': {
    file: 'vendors/klaviyo/destination.ts',
    text: 'if (isOfTime) refusedMs = Math.min(refusedMs, first.time)',
    instead: '',
    from: 30,
  },
  'overwrites what other tabs have said of the person': {
    file: 'person.ts',
    text: 'const found = identityIn(area.get(place))',
    instead: 'const found = identityIn(json)',
  },
  'tells an account of the person of another': {
    file: 'person.ts',
    text: '(queue: string): string =>',
    instead: "(queue: string): string => IDENTITY + '/' + queue.split(':')[0] ||",
  },
  'leaves who was there before where there is no room for the next': {
    file: 'person.ts',
    text: 'if (area.get(place) !== json) area.delete(place)',
    instead: '',
    from: 180,
  },
  'keeps the address of whoever was there before': {
    file: 'core/identity.ts',
    text: 'return { anonymousId: newId(), ...said }',
    instead: 'return { ...known, anonymousId: newId(), ...said }',
  },
  'keeps the anonymous id of whoever was there before': {
    file: 'core/identity.ts',
    text: 'return { anonymousId: newId(), ...said }',
    instead: 'return { anonymousId: known.anonymousId, ...said }',
  },
  'gives what is held to whoever comes first': {
    file: 'core/holding.ts',
    text: 'held.endsWith(',
    instead: '!!identity || held.endsWith(',
    from: 75,
  },
  'does not try again': {
    file: 'delivery/schedule.ts',
    text: "flushIn(waiting ? Math.min(ms, INTERVAL_MS) : ms, 'retry')",
    instead: '',
  },
  'lets the worker take what a page may hand off': {
    file: 'worker/granted-store.ts',
    text: 'granted.includes(key) || isAhead(key, now())',
    instead: 'true',
    from: 250,
  },
  'hands off what the worker may take': {
    file: 'queue/last-moment/hand-off.ts',
    text: 'key <= granted',
    instead: 'false',
  },
  'gives the worker no notes': {
    file: 'worker/page-part.ts',
    text: '...places.map((place) => [place, area.get(place)])',
    instead: '',
    from: 1_000,
  },
  'sends as new what a worker that was killed has sent': {
    file: 'queue/claim.ts',
    text: 'await markUnanswered(t, state.sending)',
    instead: '',
  },
  'believes for ever a worker that does not answer': {
    file: 'worker/page-part.ts',
    text: "setTimer(() => resolve(false), reason === 'manual' ? LEASE_MS : HEAR_MS)",
    instead: '',
    from: 100,
  },
  'takes everything while a page is open': {
    file: 'worker/start-worker.ts',
    text: 'if ((await openPages(scope))[0]) return false',
    instead: '',
  },
  'has done what the browser calls for while a page is open': {
    file: 'worker/start-worker.ts',
    text: "if (!isDone) throw new Error('sendoff: a page is open')",
    instead: '',
  },
}
