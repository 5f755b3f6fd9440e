import { createAfterTask } from "./after-task.js";
import { onLifecycle } from "./browser/lifecycle.js";
import { configOf } from "./config.js";
import { identifyCall } from "./core/identify-call.js";
import { identified } from "./core/identity.js";
import { createSender } from "./delivery/sender.js";
import { createEmitter } from "./emitter.js";
import { EXPECTED, frozenCall } from "./frozen-call.js";
import { createReceipts } from "./receipts.js";
import { createRecipients } from "./recipients.js";
import { browserWorld } from "./world.js";
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
export const createClient = (options, world = browserWorld()) => {
    const config = configOf(options);
    const { on, emit } = createEmitter();
    const { remember, receiptOf } = createReceipts();
    const { newId } = world;
    let invalid = 0;
    let replayTime;
    let leaving = false;
    const tellOf = createTellOf(emit);
    const tellInvalid = (message) => tellOf({})('error', { reason: 'invalid', message });
    const people = createRecipients(world, config);
    const { keep, identity } = people;
    const senders = people.recipients.map(({ destination, queue, person, pending }) => {
        const sender = createSender(world, destination, { ...config, queue }, tellOf(destination, person));
        return { ...sender, persist: () => sender.add(pending.splice(0), leaving) };
    });
    const { afterTask, done } = createAfterTask(async () => {
        await Promise.all(senders.map(({ persist }) => persist()));
    });
    on('settled', ({ event, outcome }) => remember(event.id, outcome));
    const flushAll = (reason) => Promise.all(senders.map(({ flushNow }) => flushNow(reason)));
    const enqueue = (call) => {
        // The clock is read once: all events of one instant have one time, and their ids tell the order.
        const now = Date.now();
        const id = newId(now);
        const event = frozenCall(call, id, replayTime ?? now);
        if (event) {
            people.add(event);
            afterTask();
        }
        else {
            invalid++;
            remember(id, { type: 'dropped', reason: 'invalid' });
            tellInvalid(EXPECTED);
        }
        return receiptOf(id, done());
    };
    const track = ((name, properties, options) => enqueue({ type: 'track', name, properties, options }));
    track.identify = (userId, traits) => {
        try {
            const { told, said, traits: properties } = identifyCall(userId, traits);
            told.forEach(tellInvalid);
            // All accounts get the same new anonymous id when the visitor becomes another person.
            const nextId = newId();
            keep((known) => identified(known, said, () => nextId));
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
    onLifecycle({
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
