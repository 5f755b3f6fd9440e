"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createLives = void 0;
const yielding_database_ts_1 = require("../../store/yielding-database.js");
const page_traces_ts_1 = require("../visitor/page-traces.js");
const visitor_cookie_ts_1 = require("../visitor/visitor-cookie.js");
const erase_areas_ts_1 = require("./erase-areas.js");
const erasure_ts_1 = require("./erasure.js");
const gate_ts_1 = require("./gate.js");
const tab_messages_ts_1 = require("./tab-messages.js");
const when_left_ts_1 = require("./when-left.js");
/** Tells whether the browser sends Global Privacy Control: https://w3c.github.io/gpc/ */
const isRefusedByBrowser = () => navigator.globalPrivacyControl === true;
/** Returns the destinations that the visitor has not opted out of. */
const allowedOf = (destinations, adoptions, traces) => destinations.filter(({ name, account }) => !adoptions[name]?.hasOptedOut?.(account, traces));
/**
 * Runs a tracker while the visitor agrees, and removes every trace of it when the visitor does not. Nothing is read or
 * written before the visitor has agreed.
 */
const createLives = ({ bare, consent, gpc, cookieDomain }, adoptions, world, { begin, onBegin, onEnd, onErased, isWanted }) => {
    const cookie = (0, visitor_cookie_ts_1.createVisitorCookie)(cookieDomain, document);
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
    const erasure = (0, erasure_ts_1.createErasure)(cookie, {
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
        const destinations = allowedOf(bare.destinations, adoptions, (0, page_traces_ts_1.pageTraces)());
        // The visitor has opted out of all vendors, which counts as a refusal on this page.
        if (!destinations[0]) {
            decide('denied');
            return;
        }
        gate = (0, gate_ts_1.createGate)(world, yielding_database_ts_1.openYieldingDatabase, end);
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
    const tell = (0, tab_messages_ts_1.createTabMessages)((message) => {
        if (message === 'granted')
            decide(message);
        else {
            // The tab that sends `denied` removes what is stored, once every tab is silent.
            if (message === 'denied')
                decision = message;
            end();
            (0, erase_areas_ts_1.eraseAreas)();
        }
    }, world.signal);
    const leave = () => {
        if (isWanted())
            start();
        beginNow();
    };
    (0, when_left_ts_1.whenLeft)(leave, world.signal);
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
exports.createLives = createLives;
