import { createClient } from "../client.js";
import { identifyArguments } from "../core/identify-call.js";
import { createEmitter } from "../emitter.js";
import { browserWorld } from "../world.js";
import { createPageWatch } from "./autocapture/page-watch.js";
import { createBegin } from "./consent/begin-life.js";
import { createHeldCalls } from "./consent/held-calls.js";
import { createLives } from "./consent/lives.js";
import { createRejected } from "./consent/rejected-letters.js";
import { fullConfigOf } from "./full-options.js";
import { inertFullTracker } from "./inert-full-tracker.js";
import { isBot } from "./is-bot.js";
import { createPassedCalls } from "./passed-calls.js";
/**
 * Makes a tracker in front of the bare one: it holds calls until the bare one may start, and starts another after an
 * erasure.
 */
export const createFullClient = (options, adoptions, world = browserWorld()) => {
    const config = fullConfigOf(options);
    if (config.bots === 'ignore' && isBot(navigator))
        return { track: inertFullTracker(), replayAt: () => undefined };
    const { on, emit } = createEmitter();
    const held = createHeldCalls();
    const report = (reason, message) => {
        emit('error', { destination: '', reason, message });
        console.warn('sendoff:', message);
    };
    /** The storage of the present life, in a variable because `onBegin` may come before `lives` is assigned. */
    let area;
    const watch = createPageWatch(config.watch, {
        now: world.now,
        newId: world.newId,
        signal: world.signal,
        namespace: config.bare.namespace ?? '',
        area: () => area,
        report: (problem) => report('redact', problem),
    });
    const lives = createLives(config, adoptions, world, {
        begin: createBegin(config.bare, adoptions, createClient),
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
    const calls = createPassedCalls({ before: config.before, watch, lives, held, newId: world.newId, report });
    const track = ((name, properties, options) => calls.event({ type: 'track', name, properties }, ({ track }, event) => track(event.name, event.properties, options)));
    track.identify = (first, second) => {
        const [userId, properties] = identifyArguments(first, second);
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
    const tracker = Object.assign(track, { rejected: createRejected(lives.life, track.flush) });
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
