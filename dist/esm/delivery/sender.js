import { newOf } from "../core/record-key.js";
import { HAND_OFF_MS, LEASE_MS } from "../queue/attempt.js";
import { bytesOf } from "../queue/batch.js";
import { cutIntoChunks } from "../queue/chunk.js";
import { forgetStored } from "../queue/last-moment/unsent.js";
import { createQueue } from "../queue/queue.js";
import { createDelegation } from "./delegation.js";
import { encodingSafely } from "./encode-safely.js";
import { createRequests } from "./requests.js";
import { createRounds } from "./rounds.js";
import { createSchedule, INTERVAL_MS } from "./schedule.js";
import { createTelling } from "./telling.js";
/** From the first event of a quiet page to the word to the service worker, which waits itself. */
const TELL_MS = 100;
/** A page's keepalive requests share 64 KiB (Fetch, section 4.7): room for small ones, and for what formats add. */
export const HAND_OFF_BYTES = 45_000;
/** A page that is left with memory alone may have written the answer down where no worker can read. */
const createSettle = ({ settle, isMemory }, tellWorker) => async (answer) => {
    const outcomes = await settle(answer);
    if (isMemory())
        tellWorker();
    return outcomes;
};
/** One destination with its own queue, pace and failures: nothing that happens here delays another. */
export const createSender = (world, given, options, tell) => {
    const destination = encodingSafely(given);
    const { now, isOnline } = world;
    const { name, account, limits } = destination;
    const queue = createQueue(world, destination, options, (reason, events) => tell('error', {
        reason,
        message: `${name}: ${events ? `${events} events ${reason}` : 'no storage, events wait in memory'}`,
    }));
    const settle = createSettle(queue, () => worker.leave('interval'));
    const { deliver, inFlight } = createRequests(world, destination, settle, createTelling(name, tell));
    const rounds = createRounds(world, world.lockFor(`sendoff/${options.queue}`), queue.begin, (attempt, ms) => deliver(attempt, ms, false));
    /** What this tab has tracked and may still have to hand off, oldest first: that must not wait for any storage. */
    const unsent = new Set();
    let room = HAND_OFF_BYTES;
    /** Why the last request failed, if nothing has succeeded since. */
    let failing;
    const flush = async (reason) => {
        forgetStored(unsent, HAND_OFF_BYTES, now());
        tell('flush', { reason });
        if (await worker.flush(reason))
            return;
        // Nothing is known to throw here; whatever it is, the next flush must come.
        let ms = LEASE_MS;
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
    const schedule = createSchedule(world, limits.events, flush);
    const look = (ms, why) => {
        failing = why;
        schedule.lookIn(ms);
    };
    const worker = createDelegation(options.worker && given.options
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
        const bytes = bytesOf(handedOff.body);
        room -= bytes;
        await deliver(handedOff, HAND_OFF_MS, true);
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
            const added = cutIntoChunks(newOf(options.queue), events, limits.events);
            for (const chunk of added) {
                chunk.held = destination.heldKeyOf?.(chunk);
                unsent.add(chunk);
            }
            const stored = queue.push(added);
            // There may be no later moment.
            if (leaving)
                leave('pagehide');
            await stored;
            forgetStored(unsent, HAND_OFF_BYTES, now());
            // Only now: a flush before that finds nothing.
            schedule.added(events.length, worker.state() === 'active' ? TELL_MS : INTERVAL_MS);
        },
    };
};
