import { cutIntoChunks } from "../storage/chunk.js";
import { createQueue, HAND_OFF_MS, LEASE_MS } from "../storage/queue.js";
import { outcomesOf } from "./transport.js";
import { createUnsent } from "./unsent.js";
/** From the first event of a quiet page to its request. */
const INTERVAL_MS = 1_000;
/** How long a request may take. */
const REQUEST_MS = 30_000;
/** One destination with its own queue, pace and failures: nothing that happens here delays another. */
export const createLane = (options) => {
    const { world, destination, tell } = options;
    const { now, setTimer, isOnline, send } = world;
    const { name, limits } = destination;
    const queue = createQueue({
        ...world,
        ...options,
        onLoss: (reason, events) => tell('error', { reason, message: `${name}: ${events} events, ${reason}` }),
    });
    const lock = world.lockFor(`sendoff/${name}`);
    const unsent = createUnsent(destination, queue);
    /** Answers to hand-offs, to be settled in turn. */
    const answers = [];
    let inFlight = 0;
    let waiting = 0;
    let quietUntil = 0;
    let timer = 0;
    let last = Promise.resolve();
    /** Sends a request (a hand-off, without `attempt`), and returns the way to settle it. */
    const request = async (key, part, attempt) => {
        const { events } = part;
        inFlight += events.length;
        const outcomes = outcomesOf(destination, part, await send(part, attempt ? REQUEST_MS : HAND_OFF_MS, !attempt));
        inFlight -= events.length;
        return async () => {
            await queue.settle(key, outcomes, attempt);
            if (outcomes[0]?.reason === 'paused')
                tell('paused', { message: `${name} refuses the key: ${outcomes[0].detail}` });
            events.forEach((event, index) => {
                const outcome = outcomes[index];
                if (outcome && outcome.type !== 'retry')
                    tell('settled', { event, outcome, message: outcome.detail });
            });
        };
    };
    /** One request, from choosing its events to settling them; resolves with the time to wait before the next. */
    const round = async (grantedAt, hopeful) => {
        const startedAt = now();
        await queue.adopt();
        const begun = await queue.begin(grantedAt, hopeful);
        quietUntil = 'ms' in begun && begun.failing ? now() + begun.ms : 0;
        if ('ms' in begun)
            return begun.ms;
        // Thawed after a freeze: others may have taken us for dead and sent it themselves.
        if (now() - startedAt > LEASE_MS - REQUEST_MS)
            return 0;
        const settle = await request(begun.key, begun.part, begun.attempt);
        await settle();
        return 0;
    };
    const flush = async (reason) => {
        // Something has changed since the last failure: worth a try before the back-off is over.
        let hopeful = reason === 'start' || reason === 'online' || reason === 'manual';
        let ms = 0;
        try {
            for (const settle of answers.splice(0))
                await settle();
            if (!isOnline())
                return;
            tell('flush', { reason });
            waiting = 0;
            while (!ms) {
                ms = await lock((grantedAt) => round(grantedAt, hopeful));
                hopeful = false;
            }
        }
        catch (error) {
            tell('error', { reason: 'storage', message: `${error}` });
            ms = INTERVAL_MS;
        }
        unsent.prune();
        flushIn(waiting ? Math.min(ms, INTERVAL_MS) : ms, 'retry');
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
    const leave = (reason) => {
        const handedOff = unsent.handOff(isOnline() && now() >= quietUntil);
        if (!handedOff)
            return;
        tell('flush', { reason });
        request(handedOff.key, handedOff.part).then((settle) => {
            answers.push(settle);
            flushNow('retry');
        });
    };
    return {
        flushNow,
        leave,
        status: async () => ({ destination: name, inFlight, ...(await queue.census()) }),
        /** Takes the events of one task; resolves when they are durable. */
        async add(events, leaving) {
            const added = cutIntoChunks(queue.EVENTS, events);
            for (const chunk of added)
                unsent.chunks.set(chunk, false);
            const stored = queue.push(added);
            // There may be no later moment.
            if (leaving)
                leave('pagehide');
            await stored;
            for (const chunk of added)
                unsent.chunks.set(chunk, true);
            unsent.prune();
            // Only now: a flush before that finds nothing.
            if (!waiting)
                flushIn(INTERVAL_MS, 'interval');
            const full = waiting < limits.events && waiting + events.length >= limits.events;
            waiting += events.length;
            if (full)
                flushNow('size');
        },
    };
};
