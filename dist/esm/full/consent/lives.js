import { openYieldingDatabase } from "../../store/yielding-database.js";
import { pageTraces } from "../visitor/page-traces.js";
import { createVisitorCookie } from "../visitor/visitor-cookie.js";
import { eraseAreas } from "./erase-areas.js";
import { createErasure } from "./erasure.js";
import { createGate } from "./gate.js";
import { createTabMessages } from "./tab-messages.js";
import { whenLeft } from "./when-left.js";
/** Tells whether the browser sends Global Privacy Control: https://w3c.github.io/gpc/ */
const isRefusedByBrowser = () => navigator.globalPrivacyControl === true;
/** Returns the destinations that the visitor has not opted out of. */
const allowedOf = (destinations, adoptions, traces) => destinations.filter(({ name, account }) => !adoptions[name]?.hasOptedOut?.(account, traces));
/**
 * Runs a tracker while the visitor agrees, and removes every trace of it when the visitor does not. Nothing is read or
 * written before the visitor has agreed.
 */
export const createLives = ({ bare, consent, gpc, cookieDomain }, adoptions, world, { begin, onBegin, onEnd, onErased, isWanted }) => {
    const cookie = createVisitorCookie(cookieDomain, document);
    const refusesAlways = gpc && isRefusedByBrowser();
    let decision = consent;
    let gate;
    let life;
    let beginNow = () => undefined;
    const end = () => {
        gate?.close();
        gate = life = undefined;
        beginNow = () => undefined;
        onEnd();
    };
    const erasure = createErasure(cookie, {
        isAnew: () => !!gate,
        onErased,
        onDone() {
            if (isWanted())
                start();
        },
    });
    const erase = () => {
        end();
        return erasure.erase();
    };
    const start = () => {
        if (gate || decision !== 'granted')
            return;
        const destinations = allowedOf(bare.destinations, adoptions, pageTraces());
        // The visitor has opted out of all vendors, which counts as a refusal on this page.
        if (!destinations[0]) {
            decide('denied');
            return;
        }
        gate = createGate(world, openYieldingDatabase, end);
        const found = begin(destinations, gate, cookie, (begun) => {
            life = begun;
            onBegin(begun);
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
        if (next === 'granted' && !erasure.isGoingOn())
            start();
    };
    const tell = createTabMessages((message) => {
        if (message === 'granted')
            decide(message);
        else {
            // The tab that sends `denied` removes what is stored, once every tab is silent.
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
    whenLeft(leave, world.signal);
    if (refusesAlways)
        decide('denied');
    else
        start();
    return {
        life: () => life,
        isDenied: () => decision === 'denied',
        wake() {
            if (!erasure.isGoingOn())
                start();
            life?.look();
        },
        decide(next) {
            decide(next);
            tell(next);
        },
        erase() {
            const erased = erase();
            tell('erased');
            return erased;
        },
    };
};
