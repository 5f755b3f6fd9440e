"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createPassedCalls = void 0;
const json_ts_1 = require("../core/json.js");
const receipts_ts_1 = require("./consent/receipts.js");
const middleware_ts_1 = require("./middleware.js");
/**
 * Copies an argument, so that later changes by the page do not reach a held event. An argument that cannot be
 * serialised is refused later.
 */
const frozen = (value) => {
    try {
        return JSON.parse((0, json_ts_1.jsonOf)(value));
    }
    catch {
        return value;
    }
};
/** Passes calls on to the running tracker, and holds them while none may run. */
const createPassedCalls = ({ before, watch, lives, held, newId, report }) => {
    let filtered = 0;
    let refused = 0;
    let replayTime;
    /** Returns the running tracker; it starts one if that is allowed. */
    const present = () => {
        try {
            lives.wake();
        }
        catch (error) {
            // No cause is known for this; but the page must not see an error, whatever its cause.
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
    /** Makes the receipt of a held event: its id is known at once, its outcome when the visitor has decided. */
    const heldEvent = (event, make) => {
        const id = newId();
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
    return {
        /** Sends one event through the middleware and on to the tracker. */
        event(draft, make) {
            const event = (0, middleware_ts_1.applied)(watch.withContext(draft), before, (problem) => report('before', problem));
            if (!event) {
                filtered++;
                return (0, receipts_ts_1.droppedReceipt)(newId(), 'filtered');
            }
            const life = present();
            return life ? (0, receipts_ts_1.gatedReceipt)(life.gate, make(life.client, event)) : heldEvent(event, make);
        },
        reset() {
            const life = present();
            if (life)
                life.client.track.reset();
            else
                hold(({ track }) => track.reset(), () => undefined);
        },
        /** Returns the numbers of events that no tracker has got: dropped by `before`, or without the visitor's consent. */
        counts: () => ({ filtered, consent: refused }),
        /** Adds the number of events that were queued when the visitor refused. */
        countErased(events) {
            refused += events;
        },
        /** Sets the time of the calls that follow; without a time, calls count as made now. */
        replayAt(time) {
            replayTime = time;
        },
    };
};
exports.createPassedCalls = createPassedCalls;
