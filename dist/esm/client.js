import { onLifecycle } from "./browser/lifecycle.js";
import { configOf, queuesOf } from "./config.js";
import { LAST_DATE } from "./core/event.js";
import { identifyCall } from "./core/identify-call.js";
import { identified } from "./core/identity.js";
import { jsonOf } from "./core/json.js";
import { own } from "./core/options.js";
import { idOf } from "./core/placeholder.js";
import { createLane } from "./delivery/lane.js";
import { createEmitter } from "./emitter.js";
import { createPerson, placeOf, sharedPlaceOf } from "./person.js";
import { createReceipts } from "./receipts.js";
import { browserWorld } from "./world.js";
/** Of an event's properties, as JSON: with it, a chunk never exceeds what a request may carry. */
const MAX_CHARS = 64_000;
const EXPECTED = 'event dropped: expected a name, JSON properties (64,000 characters at most), a valid time';
/** The composition root: puts the parts together. */
export const createClient = (options, world = browserWorld()) => {
    const config = configOf(options);
    const { on, emit } = createEmitter();
    const { remember, receiptOf } = createReceipts();
    const { newId, area } = world;
    let invalid = 0;
    let replayTime;
    let leaving = false;
    let isPersisting = false;
    let stored = Promise.resolve();
    const tellOf = ({ name, account }) => (type, detail) => {
        emit(type, { destination: name ?? '', account: account ?? '', ...detail });
        if ('message' in detail && detail.message)
            console.warn('sendoff:', detail.message);
    };
    const tellInvalid = (message) => tellOf({})('error', { reason: 'invalid', message });
    const shared = sharedPlaceOf(config.namespace);
    const firstId = newId();
    const queues = queuesOf(config);
    /** Each destination, with the person that its account knows and the events that it is about to get. */
    const recipients = config.destinations.map((destination, index) => {
        const queue = queues[index];
        const person = createPerson(area, placeOf(queue), shared, () => firstId);
        const tell = tellOf(destination);
        const onTold = (type, detail) => {
            if ('identifier' in detail)
                person.forget(detail.identifier, detail.value);
            tell(type, detail);
        };
        const lane = createLane(world, destination, queue, config, onTold, config.worker);
        return { person, lane, pending: [] };
    });
    const lanes = recipients.map(({ lane }) => lane);
    const people = recipients.map(({ person }) => person);
    on('settled', ({ event, outcome }) => remember(event.id, outcome));
    const flushAll = (reason) => Promise.all(lanes.map(({ flushNow }) => flushNow(reason)));
    const persist = async () => {
        isPersisting = false;
        await Promise.all(recipients.map(({ lane, pending }) => lane.add(pending.splice(0), leaving)));
    };
    const enqueue = (type, name, properties, given) => {
        // Read once: what was tracked at one instant has one time, and its ids tell the order.
        const now = Date.now();
        const id = newId(now);
        try {
            const said = own(given);
            const time = Number(said.time ?? replayTime ?? now);
            const uniqueId = idOf(said.id) || undefined;
            // One pass: what the page changes later does not reach it. Each account gets it with the person that it knows.
            const json = jsonOf({ properties: properties ?? {}, id, type, name, time, uniqueId });
            // Whatever a `toJSON` has made of them; they come first, so that a list of such objects is none.
            const isSound = name && typeof name === 'string' && json.startsWith('{"properties":{') && json.length <= MAX_CHARS;
            if (!isSound || !(Math.abs(time) <= LAST_DATE))
                throw EXPECTED;
            for (const { person, pending } of recipients) {
                const whole = `${json.slice(0, -1)},"identity":${person.json()}}`;
                pending.push({ id, json: whole, group: type === 'track' && !uniqueId ? person.json() : id });
            }
            if (!isPersisting)
                stored = Promise.resolve().then(persist);
            isPersisting = true;
        }
        catch {
            // The page's own getter, a cycle, a BigInt: whatever it was, only this event is lost.
            invalid++;
            remember(id, { type: 'dropped', reason: 'invalid' });
            tellInvalid(EXPECTED);
        }
        return receiptOf(id, stored);
    };
    const track = ((name, properties, given) => enqueue('track', name, properties, given));
    track.identify = (userId, traits) => {
        try {
            const call = identifyCall(userId, traits);
            call.told.forEach(tellInvalid);
            // To all accounts the same: one who was somebody else begins anew.
            const nextId = newId();
            for (const { keep, read } of people)
                keep(identified(read(), call.said, () => nextId));
            return enqueue('identify', 'identify', call.traits);
        }
        catch (error) {
            return enqueue('identify', '', error);
        }
    };
    track.reset = () => {
        const anonymousId = newId();
        for (const { keep } of people)
            keep({ anonymousId });
    };
    track.status = async () => {
        await stored;
        return { invalid, queues: await Promise.all(lanes.map(({ status }) => status())) };
    };
    track.flush = async () => {
        await stored;
        await flushAll('manual');
        return track.status();
    };
    track.on = on;
    onLifecycle({
        setLeaving(is) {
            leaving = is;
        },
        onHidden() {
            for (const { leave } of lanes)
                leave(leaving ? 'pagehide' : 'hidden');
        },
        onAwake: flushAll,
        onStorage(its) {
            for (const { place, read } of people)
                if (its === null || its === place)
                    read();
        },
    }, world.signal);
    flushAll('start');
    return {
        track,
        replayAt(time) {
            replayTime = time;
        },
        identity: () => people[0].read(),
        adopt(said) {
            for (const { keep, read } of people)
                keep({ ...read(), ...said });
        },
    };
};
