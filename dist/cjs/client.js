"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createClient = void 0;
const lifecycle_ts_1 = require("./browser/lifecycle.js");
const config_ts_1 = require("./config.js");
const event_ts_1 = require("./core/event.js");
const identify_call_ts_1 = require("./core/identify-call.js");
const identity_ts_1 = require("./core/identity.js");
const json_ts_1 = require("./core/json.js");
const options_ts_1 = require("./core/options.js");
const placeholder_ts_1 = require("./core/placeholder.js");
const lane_ts_1 = require("./delivery/lane.js");
const emitter_ts_1 = require("./emitter.js");
const person_ts_1 = require("./person.js");
const receipts_ts_1 = require("./receipts.js");
const world_ts_1 = require("./world.js");
/** Of an event's properties, as JSON: with it, a chunk never exceeds what a request may carry. */
const MAX_CHARS = 64_000;
const EXPECTED = 'event dropped: expected a name, JSON properties (64,000 characters at most), a valid time';
/** The composition root: puts the parts together. */
const createClient = (options, world = (0, world_ts_1.browserWorld)()) => {
    const config = (0, config_ts_1.configOf)(options);
    const { on, emit } = (0, emitter_ts_1.createEmitter)();
    const { remember, receiptOf } = (0, receipts_ts_1.createReceipts)();
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
    const shared = (0, person_ts_1.sharedPlaceOf)(config.namespace);
    const firstId = newId();
    const queues = (0, config_ts_1.queuesOf)(config);
    /** Each destination, with the person that its account knows and the events that it is about to get. */
    const recipients = config.destinations.map((destination, index) => {
        const queue = queues[index];
        const person = (0, person_ts_1.createPerson)(area, (0, person_ts_1.placeOf)(queue), shared, () => firstId);
        const tell = tellOf(destination);
        const onTold = (type, detail) => {
            if ('identifier' in detail)
                person.forget(detail.identifier, detail.value);
            tell(type, detail);
        };
        const lane = (0, lane_ts_1.createLane)(world, destination, queue, config, onTold, config.worker);
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
            const said = (0, options_ts_1.own)(given);
            const time = Number(said.time ?? replayTime ?? now);
            const uniqueId = (0, placeholder_ts_1.idOf)(said.id) || undefined;
            // One pass: what the page changes later does not reach it. Each account gets it with the person that it knows.
            const json = (0, json_ts_1.jsonOf)({ properties: properties ?? {}, id, type, name, time, uniqueId });
            // Whatever a `toJSON` has made of them; they come first, so that a list of such objects is none.
            const isSound = name && typeof name === 'string' && json.startsWith('{"properties":{') && json.length <= MAX_CHARS;
            if (!isSound || !(Math.abs(time) <= event_ts_1.LAST_DATE))
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
            const call = (0, identify_call_ts_1.identifyCall)(userId, traits);
            call.told.forEach(tellInvalid);
            // To all accounts the same: one who was somebody else begins anew.
            const nextId = newId();
            for (const { keep, read } of people)
                keep((0, identity_ts_1.identified)(read(), call.said, () => nextId));
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
    (0, lifecycle_ts_1.onLifecycle)({
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
exports.createClient = createClient;
