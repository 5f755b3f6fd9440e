"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createFullClient = void 0;
const identify_call_ts_1 = require("../core/identify-call.js");
const json_ts_1 = require("../core/json.js");
const emitter_ts_1 = require("../emitter.js");
const yielding_database_ts_1 = require("../store/yielding-database.js");
const world_ts_1 = require("../world.js");
const page_watch_ts_1 = require("./autocapture/page-watch.js");
const held_calls_ts_1 = require("./consent/held-calls.js");
const lives_ts_1 = require("./consent/lives.js");
const receipts_ts_1 = require("./consent/receipts.js");
const rejected_letters_ts_1 = require("./consent/rejected-letters.js");
const full_options_ts_1 = require("./full-options.js");
const inert_full_tracker_ts_1 = require("./inert-full-tracker.js");
const is_bot_ts_1 = require("./is-bot.js");
const middleware_ts_1 = require("./middleware.js");
/** What the page may change later does not reach an event that is held. What is not serialisable is refused later. */
const frozen = (value) => {
    try {
        return JSON.parse((0, json_ts_1.jsonOf)(value));
    }
    catch {
        return value;
    }
};
/** A tracker in front of the bare one: it holds calls until that may start, and starts another after an erasure. */
const createFullClient = (options, adoptions, world = (0, world_ts_1.browserWorld)()) => {
    const config = (0, full_options_ts_1.fullConfigOf)(options);
    if (config.bots === 'ignore' && (0, is_bot_ts_1.isBot)(navigator))
        return { track: (0, inert_full_tracker_ts_1.inertFullTracker)(), replayAt: () => undefined };
    const { on, emit } = (0, emitter_ts_1.createEmitter)();
    const held = (0, held_calls_ts_1.createHeldCalls)();
    let filtered = 0;
    let refused = 0;
    let replayTime;
    const report = (reason, message) => {
        emit('error', { destination: '', reason, message });
        console.warn('sendoff:', message);
    };
    /** Of the life that lasts: `onBegin` may come before `lives` is there. */
    let area;
    const watch = (0, page_watch_ts_1.createPageWatch)(config.watch, {
        now: world.now,
        newId: world.newId,
        signal: world.signal,
        namespace: config.bare.namespace ?? '',
        area: () => area,
        report: (problem) => report('redact', problem),
    });
    const lives = (0, lives_ts_1.createLives)(config, adoptions, world, yielding_database_ts_1.openYieldingDatabase, {
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
        const event = (0, middleware_ts_1.applied)(watch.withContext(given), config.before, (problem) => report('before', problem));
        if (!event) {
            filtered++;
            return (0, receipts_ts_1.droppedReceipt)(world.newId(), 'filtered');
        }
        const life = present();
        if (life)
            return (0, receipts_ts_1.gatedReceipt)(life.gate, make(life.client, event));
        const id = world.newId();
        const { receipt, give } = (0, receipts_ts_1.heldReceipt)(id);
        const kept = { ...event, properties: frozen(event.properties) };
        hold((client, gate) => {
            gate.promiseId(id);
            give((0, receipts_ts_1.gatedReceipt)(gate, make(client, kept)));
        }, (reason) => {
            if (reason === 'consent')
                refused++;
            give((0, receipts_ts_1.droppedReceipt)(id, reason));
        });
        return receipt;
    };
    const track = ((name, properties, options) => enqueue({ type: 'track', name, properties }, ({ track }, event) => track(event.name, event.properties, options)));
    track.identify = (first, second) => {
        const [userId, properties] = (0, identify_call_ts_1.identifyArguments)(first, second);
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
    const tracker = Object.assign(track, { rejected: (0, rejected_letters_ts_1.createRejected)(lives.life, track.flush) });
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
exports.createFullClient = createFullClient;
