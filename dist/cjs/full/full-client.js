"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createFullClient = void 0;
const client_ts_1 = require("../client.js");
const identify_call_ts_1 = require("../core/identify-call.js");
const emitter_ts_1 = require("../emitter.js");
const world_ts_1 = require("../world.js");
const page_watch_ts_1 = require("./autocapture/page-watch.js");
const begin_life_ts_1 = require("./consent/begin-life.js");
const held_calls_ts_1 = require("./consent/held-calls.js");
const lives_ts_1 = require("./consent/lives.js");
const rejected_letters_ts_1 = require("./consent/rejected-letters.js");
const full_options_ts_1 = require("./full-options.js");
const inert_full_tracker_ts_1 = require("./inert-full-tracker.js");
const is_bot_ts_1 = require("./is-bot.js");
const passed_calls_ts_1 = require("./passed-calls.js");
/**
 * Makes a tracker in front of the bare one: it holds calls until the bare one may start, and starts another after an
 * erasure.
 */
const createFullClient = (options, adoptions, world = (0, world_ts_1.browserWorld)()) => {
    const config = (0, full_options_ts_1.fullConfigOf)(options);
    if (config.bots === 'ignore' && (0, is_bot_ts_1.isBot)(navigator))
        return { track: (0, inert_full_tracker_ts_1.inertFullTracker)(), replayAt: () => undefined };
    const { on, emit } = (0, emitter_ts_1.createEmitter)();
    const held = (0, held_calls_ts_1.createHeldCalls)();
    const report = (reason, message) => {
        emit('error', { destination: '', reason, message });
        console.warn('sendoff:', message);
    };
    /** The storage of the present life, in a variable because `onBegin` may come before `lives` is assigned. */
    let area;
    const watch = (0, page_watch_ts_1.createPageWatch)(config.watch, {
        now: world.now,
        newId: world.newId,
        signal: world.signal,
        namespace: config.bare.namespace ?? '',
        area: () => area,
        report: (problem) => report('redact', problem),
    });
    const lives = (0, lives_ts_1.createLives)(config, adoptions, world, {
        begin: (0, begin_life_ts_1.createBegin)(config.bare, adoptions, client_ts_1.createClient),
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
        onErased: (events) => calls.countErased(events),
        isWanted: () => !held.isEmpty(),
    });
    const calls = (0, passed_calls_ts_1.createPassedCalls)({ before: config.before, watch, lives, held, newId: world.newId, report });
    const track = ((name, properties, options) => calls.event({ type: 'track', name, properties }, ({ track }, event) => track(event.name, event.properties, options)));
    track.identify = (first, second) => {
        const [userId, properties] = (0, identify_call_ts_1.identifyArguments)(first, second);
        return calls.event({ type: 'identify', name: 'identify', properties }, ({ track }, event) => track.identify(userId, event.properties));
    };
    track.page = (name, properties) => {
        try {
            return track('Viewed Page', { ...(name && { name }), ...properties });
        }
        catch {
            // A getter of the page has thrown: without a name, the call is refused and reported as such calls are.
            return track('', {});
        }
    };
    track.reset = calls.reset;
    /** Adds the full tracker's own counts to the bare tracker's status. */
    const statusFrom = async (ask) => {
        const { client, gate } = lives.life() ?? {};
        const nothing = { invalid: 0, queues: [] };
        const status = client && gate ? await gate.orClosed(ask(client), nothing) : nothing;
        return { ...status, ...calls.counts() };
    };
    track.status = () => statusFrom(({ track }) => track.status());
    track.flush = () => statusFrom(({ track }) => track.flush());
    track.on = on;
    track.consent = (decision) => {
        if (decision === 'granted' || decision === 'denied')
            lives.decide(decision);
        else
            report('consent', `consent is ${decision}; expected granted or denied; nothing changes`);
    };
    track.erase = () => lives.erase();
    const tracker = Object.assign(track, { rejected: (0, rejected_letters_ts_1.createRejected)(lives.life, track.flush) });
    const stopWatching = watch.start(tracker, (properties, time) => track('Viewed Page', properties, { time }));
    world.signal?.addEventListener('abort', stopWatching);
    return {
        track: tracker,
        replayAt(time, page) {
            calls.replayAt(time);
            watch.at(page);
        },
    };
};
exports.createFullClient = createFullClient;
