import { eraseDatabase } from "../../store/erase-database.js";
import { pageTraces } from "../visitor/page-traces.js";
import { createVisitorCookie } from "../visitor/visitor-cookie.js";
import { beginLife } from "./begin-life.js";
import { eraseAreas } from "./erase-areas.js";
import { forgetWorkers } from "./forget-workers.js";
import { createGate } from "./gate.js";
import { createTabMessages } from "./tab-messages.js";
/** GPC: https://w3c.github.io/gpc/ */
const isRefusedByBrowser = () => navigator.globalPrivacyControl === true;
/**
 * Lets a tracker live while the visitor agrees, and removes every trace of it when not. Before the visitor has agreed
 * nothing is read or written.
 */
export const createLives = ({ bare, consent, gpc, cookieDomain }, adoptions, world, openStore, { onBegin, onEnd, onErased, isWanted }) => {
    const cookie = createVisitorCookie(cookieDomain, document);
    const refusesAlways = gpc && isRefusedByBrowser();
    let decision = consent;
    let gate;
    let life;
    let erasing;
    let beginNow = () => undefined;
    const end = () => {
        gate?.close();
        gate = life = undefined;
        beginNow = () => undefined;
        onEnd();
    };
    const eraseNow = () => {
        eraseAreas();
        cookie.remove();
    };
    const erase = () => {
        end();
        eraseNow();
        const erasure = Promise.all([eraseDatabase(), forgetWorkers()]).then(([events]) => {
            // What other tabs have written before they heard of it. A page that is left may have begun anew.
            if (!gate)
                eraseNow();
            if (events)
                onErased(events);
            if (erasing !== erasure)
                return;
            erasing = undefined;
            if (isWanted())
                start();
        });
        erasing = erasure;
        return erasure;
    };
    /** Those that the visitor has not opted out of. */
    const allowed = (traces) => bare.destinations.filter(({ name, account }) => !adoptions[name]?.hasOptedOut?.(account, traces));
    const start = () => {
        if (gate || decision !== 'granted')
            return;
        const destinations = allowed(pageTraces());
        // Opted out of all there is: as if refused here.
        if (!destinations[0]) {
            decide('denied');
            return;
        }
        gate = createGate(world, openStore, end);
        const found = beginLife({
            ...{ options: bare, destinations, adoptions, gate, cookie },
            onBegin(begun) {
                life = begun;
                onBegin(begun);
            },
        });
        if (!life)
            beginNow = found;
    };
    const decide = (next) => {
        if (next === 'granted' && refusesAlways)
            return;
        const isNews = decision !== next;
        decision = next;
        if (next === 'denied' && isNews)
            erase();
        if (next === 'granted' && !erasing)
            start();
    };
    const tell = createTabMessages((message) => {
        if (message === 'granted')
            decide(message);
        else {
            // Who has told it removes what is there, once it is everybody's silence.
            if (message === 'denied')
                decision = message;
            end();
            eraseAreas();
        }
    }, world.signal);
    const leave = () => {
        if (isWanted())
            start();
        beginNow();
    };
    // In the capturing phase: so a client that begins now hears of it itself, later in the same event.
    const until = { capture: true, signal: world.signal };
    addEventListener('pagehide', leave, until);
    addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave(), until);
    if (refusesAlways)
        decide('denied');
    else
        start();
    return {
        life: () => life,
        isDenied: () => decision === 'denied',
        /** An event is there: begins, if that is allowed. */
        wake() {
            if (!erasing)
                start();
            life?.vendors.look();
        },
        decide(next) {
            decide(next);
            tell(next);
        },
        erase() {
            const erasure = erase();
            tell('erased');
            return erasure;
        },
    };
};
