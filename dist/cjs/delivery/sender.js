"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createSender = exports.HAND_OFF_BYTES = void 0;
const record_key_ts_1 = require("../core/record-key.js");
const attempt_ts_1 = require("../queue/attempt.js");
const batch_ts_1 = require("../queue/batch.js");
const chunk_ts_1 = require("../queue/chunk.js");
const unsent_ts_1 = require("../queue/last-moment/unsent.js");
const queue_ts_1 = require("../queue/queue.js");
const delegation_ts_1 = require("./delegation.js");
const encode_safely_ts_1 = require("./encode-safely.js");
const requests_ts_1 = require("./requests.js");
const rounds_ts_1 = require("./rounds.js");
const schedule_ts_1 = require("./schedule.js");
const telling_ts_1 = require("./telling.js");
/** From the first event of a quiet page to the word to the service worker, which waits itself. */
const TELL_MS = 100;
/** A page's keepalive requests share 64 KiB (Fetch, section 4.7): room for small ones, and for what formats add. */
exports.HAND_OFF_BYTES = 45_000;
/** A page that is left with memory alone may have written the answer down where no worker can read. */
const createSettle = ({ settle, isMemory }, tellWorker) => async (answer) => {
    const outcomes = await settle(answer);
    if (isMemory())
        tellWorker();
    return outcomes;
};
/** One destination with its own queue, pace and failures: nothing that happens here delays another. */
const createSender = (world, given, options, tell) => {
    const destination = (0, encode_safely_ts_1.encodingSafely)(given);
    const { now, isOnline } = world;
    const { name, account, limits } = destination;
    const queue = (0, queue_ts_1.createQueue)(world, destination, options, (reason, events) => tell('error', {
        reason,
        message: `${name}: ${events ? `${events} events ${reason}` : 'no storage, events wait in memory'}`,
    }));
    const settle = createSettle(queue, () => worker.leave('interval'));
    const { deliver, inFlight } = (0, requests_ts_1.createRequests)(world, destination, settle, (0, telling_ts_1.createTelling)(name, tell));
    const rounds = (0, rounds_ts_1.createRounds)(world, world.lockFor(`sendoff/${options.queue}`), queue.begin, (attempt, ms) => deliver(attempt, ms, false));
    /** What this tab has tracked and may still have to hand off, oldest first: that must not wait for any storage. */
    const unsent = new Set();
    let room = exports.HAND_OFF_BYTES;
    /** Why the last request failed, if nothing has succeeded since. */
    let failing;
    const flush = async (reason) => {
        (0, unsent_ts_1.forgetStored)(unsent, exports.HAND_OFF_BYTES, now());
        tell('flush', { reason });
        if (await worker.flush(reason))
            return;
        // Nothing is known to throw here; whatever it is, the next flush must come.
        let ms = attempt_ts_1.LEASE_MS;
        try {
            const wait = await rounds(reason);
            ms = wait.ms;
            failing = wait.failing;
        }
        catch (error) {
            tell('error', { reason: 'storage', message: `${name}: ${error}` });
        }
        schedule.flushAgainIn(ms);
        world.onRest?.(ms, failing);
    };
    const schedule = (0, schedule_ts_1.createSchedule)(world, limits.events, flush);
    const look = (ms, why) => {
        failing = why;
        schedule.lookIn(ms);
    };
    const worker = (0, delegation_ts_1.createDelegation)(options.worker && given.options
        ? world.linkToWorker?.(options.worker, [options.queue, name, given.options, options], [unsent, tell, look, world.signal])
        : undefined, queue.isMemory);
    const leave = async (reason) => {
        const mayLeave = isOnline() && (!failing || failing === 'offline');
        const handedOff = queue.handOff(unsent, mayLeave ? room / (limits.swell ?? 1) : 0);
        // With the note, so that it leaves alone what is handed off.
        worker.leave(reason);
        if (!handedOff)
            return;
        tell('flush', { reason });
        const bytes = (0, batch_ts_1.bytesOf)(handedOff.body);
        room -= bytes;
        await deliver(handedOff, attempt_ts_1.HAND_OFF_MS, true);
        room += bytes;
    };
    return {
        flushNow: schedule.flushNow,
        leave,
        status: async () => ({
            destination: name,
            account,
            inFlight: inFlight(),
            worker: worker.state(),
            ...(await queue.census()),
        }),
        /** Takes the events of one task; resolves when they are durable. */
        async add(events, leaving) {
            const added = (0, chunk_ts_1.cutIntoChunks)((0, record_key_ts_1.newOf)(options.queue), events, limits.events);
            for (const chunk of added) {
                chunk.held = destination.heldKeyOf?.(chunk);
                unsent.add(chunk);
            }
            const stored = queue.push(added);
            // There may be no later moment.
            if (leaving)
                leave('pagehide');
            await stored;
            (0, unsent_ts_1.forgetStored)(unsent, exports.HAND_OFF_BYTES, now());
            // Only now: a flush before that finds nothing.
            schedule.added(events.length, worker.state() === 'active' ? TELL_MS : schedule_ts_1.INTERVAL_MS);
        },
    };
};
exports.createSender = createSender;
