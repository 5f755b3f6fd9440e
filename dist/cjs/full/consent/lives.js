"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createLives = void 0;
const erase_database_ts_1 = require("../../store/erase-database.js");
const page_traces_ts_1 = require("../visitor/page-traces.js");
const visitor_cookie_ts_1 = require("../visitor/visitor-cookie.js");
const begin_life_ts_1 = require("./begin-life.js");
const erase_areas_ts_1 = require("./erase-areas.js");
const forget_workers_ts_1 = require("./forget-workers.js");
const gate_ts_1 = require("./gate.js");
const tab_messages_ts_1 = require("./tab-messages.js");
/** GPC: https://w3c.github.io/gpc/ */
const isRefusedByBrowser = () => navigator.globalPrivacyControl === true;
/**
 * Lets a tracker live while the visitor agrees, and removes every trace of it when not. Before the visitor has agreed
 * nothing is read or written.
 */
const createLives = ({ bare, consent, gpc, cookieDomain }, adoptions, world, openStore, { onBegin, onEnd, onErased, isWanted }) => {
    const cookie = (0, visitor_cookie_ts_1.createVisitorCookie)(cookieDomain, document);
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
        (0, erase_areas_ts_1.eraseAreas)();
        cookie.remove();
    };
    const erase = () => {
        end();
        eraseNow();
        const erasure = Promise.all([(0, erase_database_ts_1.eraseDatabase)(), (0, forget_workers_ts_1.forgetWorkers)()]).then(([events]) => {
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
        const destinations = allowed((0, page_traces_ts_1.pageTraces)());
        // Opted out of all there is: as if refused here.
        if (!destinations[0]) {
            decide('denied');
            return;
        }
        gate = (0, gate_ts_1.createGate)(world, openStore, end);
        const found = (0, begin_life_ts_1.beginLife)({
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
    const tell = (0, tab_messages_ts_1.createTabMessages)((message) => {
        if (message === 'granted')
            decide(message);
        else {
            // Who has told it removes what is there, once it is everybody's silence.
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
exports.createLives = createLives;
