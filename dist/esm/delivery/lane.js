import { newOf } from "../core/record-key.js";
import { HAND_OFF_MS, LEASE_MS } from "../queue/attempt.js";
import { bytesOf } from "../queue/batch.js";
import { cutIntoChunks } from "../queue/chunk.js";
import { isAhead } from "../queue/last-moment/watermark.js";
import { createQueue } from "../queue/queue.js";
import { encodingSafely } from "./encode-safely.js";
import { createTelling } from "./telling.js";
import { OFFLINE, outcomesOf, UNANSWERED } from "./transport.js";
/** From the first event of a quiet page to its request, or to the word to the service worker, which waits itself. */
const INTERVAL_MS = 1_000;
const TELL_MS = 100;
/** How long a request may take. */
const REQUEST_MS = 30_000;
/** A page's keepalive requests share 64 KiB (Fetch, section 4.7): room for small ones, and for what formats add. */
export const HAND_OFF_BYTES = 45_000;
/** Chunks that are kept in memory for a hand-off: more than fit into one. */
const MAX_KEPT = 50;
/**
 * One destination with its own queue, pace and failures: nothing that happens here delays another.
 * @param queueName what all that is stored and locked of it is named by.
 * @param workerPath of the script of the service worker that is to deliver, if one is.
 */
export const createLane = (world, given, queueName, retention, tell, workerPath = '') => {
    const destination = encodingSafely(given);
    const { now, setTimer, isOnline, send, onRest } = world;
    const { name, account, limits } = destination;
    const queue = createQueue(world, destination, queueName, retention, (reason, events) => tell('error', {
        reason,
        message: `${name}: ${events ? `${events} events ${reason}` : 'no storage, events wait in memory'}`,
    }));
    const lock = world.lockFor(`sendoff/${queueName}`);
    /** What this tab has tracked and may still have to hand off, oldest first: that must not wait for any storage. */
    const unsent = new Set();
    let room = HAND_OFF_BYTES;
    let inFlight = 0;
    let timer = 0;
    let waiting = 0;
    /** Why the last request failed, if nothing has succeeded since. */
    let failing;
    let last = Promise.resolve();
    const telling = createTelling(name, tell);
    /** The service worker, once it is there. */
    let delegate;
    let worker = 'none';
    /** Sends a request, or hands it off, and settles it. */
    const deliver = async (attempt, timeoutMs, leaving) => {
        const { events } = attempt;
        inFlight += events.length;
        attempt.told?.forEach(telling.once);
        const wasOnline = isOnline();
        const response = attempt.error ? undefined : await send(attempt, timeoutMs, leaving);
        inFlight -= events.length;
        // A beacon: as a hand-off whose answer never comes, its note says all.
        if (response === true)
            return;
        const hasLeft = response !== false && (wasOnline || isOnline());
        const answers = outcomesOf(destination, attempt, response, hasLeft ? UNANSWERED : OFFLINE);
        telling.outcomes(events, await queue.settle({ ...attempt, outcomes: answers }));
    };
    /** One request, from choosing its events to settling them; resolves with the time to wait before the next. */
    const round = async (grantedAt, ignoresBackOff) => {
        const startedAt = now();
        const begun = await queue.begin(grantedAt, ignoresBackOff);
        if ('ms' in begun) {
            failing = begun.failing;
            return begun.ms;
        }
        // Thawed after a freeze: others may have taken us for dead and sent it themselves.
        // So may they have done when the clock was set back: it ends every lease.
        if (Math.abs(now() - startedAt) <= LEASE_MS - REQUEST_MS)
            await deliver(begun, REQUEST_MS, false);
        return 0;
    };
    const flush = async (reason) => {
        let ms = Infinity;
        waiting = 0;
        tell('flush', { reason });
        if (await delegate?.[0](reason))
            return;
        if (delegate)
            refuse();
        // Unless only time has passed since the last failure, it is worth a try before the back-off is over. Some browsers
        // say that they are offline and are not: then it is tried at the pace of the back-off.
        let ignoresBackOff = reason !== 'retry' && reason !== 'interval' && isOnline();
        try {
            do {
                ms = await lock((grantedAt) => round(grantedAt, ignoresBackOff));
                ignoresBackOff = false;
            } while (!ms);
        }
        catch (error) {
            // Nothing is known to lead here; whatever it is, the next flush must come.
            tell('error', { reason: 'storage', message: `${name}: ${error}` });
            ms = LEASE_MS;
        }
        flushIn(waiting ? Math.min(ms, INTERVAL_MS) : ms, 'retry');
        onRest?.(ms, failing);
    };
    /** One flush at a time; resolves when this one has ended. */
    const flushNow = (reason) => {
        last = last.then(() => flush(reason));
        return last;
    };
    /** One timer: the last word counts. */
    const flushIn = (ms, reason) => {
        const mine = ++timer;
        if (ms < Infinity)
            setTimer(() => mine === timer && flushNow(reason), ms);
    };
    const leave = async (reason) => {
        const mayLeave = isOnline() && (!failing || failing === 'offline');
        const handedOff = queue.handOff(unsent, mayLeave ? room / (limits.swell ?? 1) : 0);
        // With the note, so that it leaves alone what is handed off.
        delegate?.[1](reason);
        if (!handedOff)
            return;
        tell('flush', { reason });
        const bytes = bytesOf(handedOff.body);
        room -= bytes;
        await deliver(handedOff, HAND_OFF_MS, true);
        room += bytes;
    };
    const refuse = () => {
        delegate = undefined;
        worker = 'refused';
    };
    if (workerPath && given.options && world.linkToWorker) {
        const look = (ms, why) => {
            failing = why;
            if (!waiting)
                flushIn(ms, 'retry');
        };
        const config = [queueName, name, given.options, retention];
        const link = world.linkToWorker(workerPath, config, [unsent, queue.isMemory, tell, look, world.signal]);
        link.then((linked) => {
            delegate = linked;
            worker = 'active';
        }, refuse);
    }
    return {
        flushNow,
        leave,
        status: async () => ({ destination: name, account, inFlight, worker, ...(await queue.census()) }),
        /** Takes the events of one task; resolves when they are durable. */
        async add(events, leaving) {
            const added = cutIntoChunks(newOf(queueName), events);
            for (const chunk of added) {
                chunk.held = destination.heldKeyOf?.(chunk);
                unsent.add(chunk);
            }
            const stored = queue.push(added);
            // There may be no later moment.
            if (leaving)
                leave('pagehide');
            await stored;
            for (const chunk of added)
                chunk.durable = true;
            // Of the days to come, by a clock that was corrected: others may send it, and the clock may be wrong again.
            for (const chunk of unsent)
                if (chunk.durable && (unsent.size > MAX_KEPT || isAhead(chunk.key, now())))
                    unsent.delete(chunk);
            // Only now: a flush before that finds nothing.
            if (!waiting)
                flushIn(delegate ? TELL_MS : INTERVAL_MS, 'interval');
            const before = waiting;
            waiting += events.length;
            if (before < limits.events && waiting >= limits.events)
                flushNow('size');
        },
    };
};
