import { identifyArguments } from "../core/identify-call.js";
import { jsonOf } from "../core/json.js";
import { createEmitter } from "../emitter.js";
import { openYieldingDatabase } from "../store/yielding-database.js";
import { browserWorld } from "../world.js";
import { createPageWatch } from "./autocapture/page-watch.js";
import { createHeldCalls } from "./consent/held-calls.js";
import { createLives } from "./consent/lives.js";
import { droppedReceipt, gatedReceipt, heldReceipt } from "./consent/receipts.js";
import { createRejected } from "./consent/rejected-letters.js";
import { fullConfigOf } from "./full-options.js";
import { inertFullTracker } from "./inert-full-tracker.js";
import { isBot } from "./is-bot.js";
import { applied } from "./middleware.js";
/** What the page may change later does not reach an event that is held. What is not serialisable is refused later. */
const frozen = (value) => {
    try {
        return JSON.parse(jsonOf(value));
    }
    catch {
        return value;
    }
};
/** A tracker in front of the bare one: it holds calls until that may start, and starts another after an erasure. */
export const createFullClient = (options, adoptions, world = browserWorld()) => {
    const config = fullConfigOf(options);
    if (config.bots === 'ignore' && isBot(navigator))
        return { track: inertFullTracker(), replayAt: () => undefined };
    const { on, emit } = createEmitter();
    const held = createHeldCalls();
    let filtered = 0;
    let refused = 0;
    let replayTime;
    const report = (reason, message) => {
        emit('error', { destination: '', reason, message });
        console.warn('sendoff:', message);
    };
    /** Of the life that lasts: `onBegin` may come before `lives` is there. */
    let area;
    const watch = createPageWatch(config.watch, {
        now: world.now,
        newId: world.newId,
        signal: world.signal,
        namespace: config.bare.namespace ?? '',
        area: () => area,
        report: (problem) => report('redact', problem),
    });
    const lives = createLives(config, adoptions, world, openYieldingDatabase, {
        onBegin({ client, gate }) {
            for (const type of ['settled', 'flush', 'paused', 'refused', 'error'])
                client.track.on(type, (detail) => gate.isOpen() && emit(type, detail));
            area = gate.world.area;
            watch.onBegin();
            held.replay(client, gate);
        },
        onEnd() {
            area = undefined;
            watch.onEnd();
            held.drop('consent');
        },
        onErased(events) {
            refused += events;
        },
        isWanted: () => !held.isEmpty(),
    });
    /** The tracker that runs; one is started if that is allowed. */
    const present = () => {
        try {
            lives.wake();
        }
        catch (error) {
            // Nothing is known to lead here; whatever it is, the page must not see it.
            report('start', `${error}`);
        }
        const life = lives.life();
        life?.client.replayAt(replayTime);
        return life;
    };
    const hold = (make, drop) => {
        if (lives.isDenied())
            drop('consent');
        else
            held.hold({ make, drop }, replayTime ?? Date.now());
    };
    /** One event, through the middleware and on its way. */
    const enqueue = (given, make) => {
        const event = applied(watch.withContext(given), config.before, (problem) => report('before', problem));
        if (!event) {
            filtered++;
            return droppedReceipt(world.newId(), 'filtered');
        }
        const life = present();
        if (life)
            return gatedReceipt(life.gate, make(life.client, event));
        const id = world.newId();
        const { receipt, give } = heldReceipt(id);
        const kept = { ...event, properties: frozen(event.properties) };
        hold((client, gate) => {
            gate.promiseId(id);
            give(gatedReceipt(gate, make(client, kept)));
        }, (reason) => {
            if (reason === 'consent')
                refused++;
            give(droppedReceipt(id, reason));
        });
        return receipt;
    };
    const track = ((name, properties, options) => enqueue({ type: 'track', name, properties }, ({ track }, event) => track(event.name, event.properties, options)));
    track.identify = (first, second) => {
        const [userId, properties] = identifyArguments(first, second);
        return enqueue({ type: 'identify', name: 'identify', properties }, ({ track }, event) => track.identify(userId, event.properties));
    };
    track.page = (name, properties) => {
        try {
            return track('Viewed Page', { ...(name && { name }), ...properties });
        }
        catch {
            // The page's own getter has thrown: without a name it is refused, and reported, as every such event.
            return track('', {});
        }
    };
    track.reset = () => {
        const life = present();
        if (life)
            life.client.track.reset();
        else
            hold(({ track }) => track.reset(), () => undefined);
    };
    /** What the bare tracker says, and what it does not know of. */
    const statusFrom = async (ask) => {
        const { client, gate } = lives.life() ?? {};
        const nothing = { invalid: 0, queues: [] };
        const status = client && gate ? await gate.orClosed(ask(client), nothing) : nothing;
        return { ...status, filtered, consent: refused };
    };
    track.status = () => statusFrom(({ track }) => track.status());
    track.flush = () => statusFrom(({ track }) => track.flush());
    track.on = on;
    track.consent = (decision) => {
        if (decision === 'granted' || decision === 'denied')
            lives.decide(decision);
        else
            report('consent', `consent is ${decision}; expected granted or denied`);
    };
    track.erase = () => lives.erase();
    const tracker = Object.assign(track, { rejected: createRejected(lives.life, track.flush) });
    const stopWatching = watch.start(tracker, (properties, time) => track('Viewed Page', properties, { time }));
    world.signal?.addEventListener('abort', stopWatching);
    return {
        track: tracker,
        replayAt(time, page) {
            replayTime = time;
            watch.at(page);
        },
    };
};
