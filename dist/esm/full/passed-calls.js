import { jsonOf } from "../core/json.js";
import { droppedReceipt, gatedReceipt, heldReceipt } from "./consent/receipts.js";
import { applied } from "./middleware.js";
/** Later changes of the page's objects do not reach a held event. An argument that is not serialisable is refused later. */
const frozen = (value) => {
    try {
        return JSON.parse(jsonOf(value));
    }
    catch {
        return value;
    }
};
/** Passes calls on to the tracker that runs, and holds them for as long as none may. */
export const createPassedCalls = ({ before, watch, lives, held, newId, report }) => {
    let filtered = 0;
    let refused = 0;
    let replayTime;
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
    /** Says its id at once, and the rest when the visitor has decided. */
    const heldEvent = (event, make) => {
        const id = newId();
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
    return {
        /** One event, through the middleware and on its way. */
        event(draft, make) {
            const event = applied(watch.withContext(draft), before, (problem) => report('before', problem));
            if (!event) {
                filtered++;
                return droppedReceipt(newId(), 'filtered');
            }
            const life = present();
            return life ? gatedReceipt(life.gate, make(life.client, event)) : heldEvent(event, make);
        },
        reset() {
            const life = present();
            if (life)
                life.client.track.reset();
            else
                hold(({ track }) => track.reset(), () => undefined);
        },
        /** Events that no tracker has got: left out by `before`, or without the visitor's consent. */
        counts: () => ({ filtered, consent: refused }),
        /** So many more were queued when the visitor refused. */
        countErased(events) {
            refused += events;
        },
        /** When the calls that follow were made; now, without a time. */
        replayAt(time) {
            replayTime = time;
        },
    };
};
