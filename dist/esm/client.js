import { createAfterTask } from "./after-task.js";
import { onLifecycle } from "./browser/lifecycle.js";
import { configOf } from "./config.js";
import { identifyCall } from "./core/identify-call.js";
import { identified } from "./core/identity.js";
import { createEmitter } from "./emitter.js";
import { EXPECTED, frozenCall } from "./frozen-call.js";
import { createReceipts } from "./receipts.js";
import { createRecipients } from "./recipients.js";
import { browserWorld } from "./world.js";
/** The composition root: puts the parts together. */
export const createClient = (options, world = browserWorld()) => {
    const config = configOf(options);
    const { on, emit } = createEmitter();
    const { remember, receiptOf } = createReceipts();
    const { newId } = world;
    let invalid = 0;
    let replayTime;
    let leaving = false;
    const tellOf = ({ name, account }) => (type, detail) => {
        emit(type, { destination: name ?? '', account: account ?? '', ...detail });
        if ('message' in detail && detail.message)
            console.warn('sendoff:', detail.message);
    };
    const tellInvalid = (message) => tellOf({})('error', { reason: 'invalid', message });
    const recipients = createRecipients(world, config, tellOf, () => leaving);
    const { lanes, keep, identity } = recipients;
    const { afterTask, done } = createAfterTask(recipients.persist);
    on('settled', ({ event, outcome }) => remember(event.id, outcome));
    const flushAll = (reason) => Promise.all(lanes.map(({ flushNow }) => flushNow(reason)));
    const enqueue = (call) => {
        // Read once: what was tracked at one instant has one time, and its ids tell the order.
        const now = Date.now();
        const id = newId(now);
        const event = frozenCall(call, id, replayTime ?? now);
        if (event) {
            recipients.add(event);
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
            // To all accounts the same: one who was somebody else begins anew.
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
        return { invalid, queues: await Promise.all(lanes.map(({ status }) => status())) };
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
            for (const { leave } of lanes)
                leave(leaving ? 'pagehide' : 'hidden');
        },
        onAwake: flushAll,
        onStorage: recipients.readAgain,
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
