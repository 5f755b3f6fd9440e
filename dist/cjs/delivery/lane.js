"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createLane = exports.HAND_OFF_BYTES = void 0;
const record_key_ts_1 = require("../core/record-key.js");
const attempt_ts_1 = require("../queue/attempt.js");
const batch_ts_1 = require("../queue/batch.js");
const chunk_ts_1 = require("../queue/chunk.js");
const watermark_ts_1 = require("../queue/last-moment/watermark.js");
const queue_ts_1 = require("../queue/queue.js");
const encode_safely_ts_1 = require("./encode-safely.js");
const telling_ts_1 = require("./telling.js");
const transport_ts_1 = require("./transport.js");
/** From the first event of a quiet page to its request, or to the word to the service worker, which waits itself. */
const INTERVAL_MS = 1_000;
const TELL_MS = 100;
/** How long a request may take. */
const REQUEST_MS = 30_000;
/** A page's keepalive requests share 64 KiB (Fetch, section 4.7): room for small ones, and for what formats add. */
exports.HAND_OFF_BYTES = 45_000;
/** Chunks that are kept in memory for a hand-off: more than fit into one. */
const MAX_KEPT = 50;
/**
 * One destination with its own queue, pace and failures: nothing that happens here delays another.
 * @param queueName what all that is stored and locked of it is named by.
 * @param workerPath of the script of the service worker that is to deliver, if one is.
 */
const createLane = (world, given, queueName, retention, tell, workerPath = '') => {
    const destination = (0, encode_safely_ts_1.encodingSafely)(given);
    const { now, setTimer, isOnline, send, onRest } = world;
    const { name, account, limits } = destination;
    const queue = (0, queue_ts_1.createQueue)(world, destination, queueName, retention, (reason, events) => tell('error', {
        reason,
        message: `${name}: ${events ? `${events} events ${reason}` : 'no storage, events wait in memory'}`,
    }));
    const lock = world.lockFor(`sendoff/${queueName}`);
    /** What this tab has tracked and may still have to hand off, oldest first: that must not wait for any storage. */
    const unsent = new Set();
    let room = exports.HAND_OFF_BYTES;
    let inFlight = 0;
    let timer = 0;
    let waiting = 0;
    /** Why the last request failed, if nothing has succeeded since. */
    let failing;
    let last = Promise.resolve();
    const telling = (0, telling_ts_1.createTelling)(name, tell);
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
        const answers = (0, transport_ts_1.outcomesOf)(destination, attempt, response, hasLeft ? transport_ts_1.UNANSWERED : transport_ts_1.OFFLINE);
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
        if (Math.abs(now() - startedAt) <= attempt_ts_1.LEASE_MS - REQUEST_MS)
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
            ms = attempt_ts_1.LEASE_MS;
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
        const bytes = (0, batch_ts_1.bytesOf)(handedOff.body);
        room -= bytes;
        await deliver(handedOff, attempt_ts_1.HAND_OFF_MS, true);
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
            const added = (0, chunk_ts_1.cutIntoChunks)((0, record_key_ts_1.newOf)(queueName), events);
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
                if (chunk.durable && (unsent.size > MAX_KEPT || (0, watermark_ts_1.isAhead)(chunk.key, now())))
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
exports.createLane = createLane;
