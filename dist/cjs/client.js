"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createClient = void 0;
const after_task_ts_1 = require("./after-task.js");
const lifecycle_ts_1 = require("./browser/lifecycle.js");
const config_ts_1 = require("./config.js");
const identify_call_ts_1 = require("./core/identify-call.js");
const identity_ts_1 = require("./core/identity.js");
const sender_ts_1 = require("./delivery/sender.js");
const emitter_ts_1 = require("./emitter.js");
const frozen_call_ts_1 = require("./frozen-call.js");
const receipts_ts_1 = require("./receipts.js");
const recipients_ts_1 = require("./recipients.js");
const world_ts_1 = require("./world.js");
/**
 * Makes the function that tells listeners what the sender of a destination says, and the console what developers should
 * know. An identifier of the person that the vendor refuses is forgotten.
 */
const createTellOf = (emit) => ({ name, account }, person) => (type, detail) => {
    if ('identifier' in detail)
        person?.forget(detail.identifier, detail.value);
    emit(type, { destination: name ?? '', account: account ?? '', ...detail });
    if ('message' in detail && detail.message)
        console.warn('sendoff:', detail.message);
};
/** The composition root: puts the parts together. */
const createClient = (options, world = (0, world_ts_1.browserWorld)()) => {
    const config = (0, config_ts_1.configOf)(options);
    const { on, emit } = (0, emitter_ts_1.createEmitter)();
    const { remember, receiptOf } = (0, receipts_ts_1.createReceipts)();
    const { newId } = world;
    let invalid = 0;
    let replayTime;
    let leaving = false;
    const tellOf = createTellOf(emit);
    const tellInvalid = (message) => tellOf({})('error', { reason: 'invalid', message });
    const people = (0, recipients_ts_1.createRecipients)(world, config);
    const { keep, identity } = people;
    const senders = people.recipients.map(({ destination, queue, person, pending }) => {
        const sender = (0, sender_ts_1.createSender)(world, destination, { ...config, queue }, tellOf(destination, person));
        return { ...sender, persist: () => sender.add(pending.splice(0), leaving) };
    });
    const { afterTask, done } = (0, after_task_ts_1.createAfterTask)(async () => {
        await Promise.all(senders.map(({ persist }) => persist()));
    });
    on('settled', ({ event, outcome }) => remember(event.id, outcome));
    const flushAll = (reason) => Promise.all(senders.map(({ flushNow }) => flushNow(reason)));
    const enqueue = (call) => {
        // The clock is read once: all events of one instant have one time, and their ids tell the order.
        const now = Date.now();
        const id = newId(now);
        const event = (0, frozen_call_ts_1.frozenCall)(call, id, replayTime ?? now);
        if (event) {
            people.add(event);
            afterTask();
        }
        else {
            invalid++;
            remember(id, { type: 'dropped', reason: 'invalid' });
            tellInvalid(frozen_call_ts_1.EXPECTED);
        }
        return receiptOf(id, done());
    };
    const track = ((name, properties, options) => enqueue({ type: 'track', name, properties, options }));
    track.identify = (userId, traits) => {
        try {
            const { told, said, traits: properties } = (0, identify_call_ts_1.identifyCall)(userId, traits);
            told.forEach(tellInvalid);
            // All accounts get the same new anonymous id when the visitor becomes another person.
            const nextId = newId();
            keep((known) => (0, identity_ts_1.identified)(known, said, () => nextId));
            return enqueue({ type: 'identify', name: 'identify', properties });
        }
        catch (properties) {
            return enqueue({ type: 'identify', name: '', properties });
        }
    };
    track.reset = () => {
        const anonymousId = newId();
        keep(() => ({ anonymousId }));
    };
    track.status = async () => {
        await done();
        return { invalid, queues: await Promise.all(senders.map(({ status }) => status())) };
    };
    track.flush = async () => {
        await done();
        await flushAll('manual');
        return track.status();
    };
    track.on = on;
    (0, lifecycle_ts_1.onLifecycle)({
        setLeaving(is) {
            leaving = is;
        },
        onHidden() {
            for (const { leave } of senders)
                leave(leaving ? 'pagehide' : 'hidden');
        },
        onAwake: flushAll,
        onStorage: people.readAgain,
    }, world.signal);
    flushAll('start');
    return {
        track,
        replayAt(time) {
            replayTime = time;
        },
        identity,
        adopt: (said) => keep((known) => ({ ...known, ...said })),
    };
};
exports.createClient = createClient;
