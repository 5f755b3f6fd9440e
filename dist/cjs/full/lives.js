"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createLives = void 0;
const client_ts_1 = require("../client.js");
const config_ts_1 = require("../config.js");
const person_ts_1 = require("../person.js");
const erase_database_ts_1 = require("../storage/erase-database.js");
const erase_areas_ts_1 = require("./erase-areas.js");
const forget_destination_ts_1 = require("./forget-destination.js");
const forget_workers_ts_1 = require("./forget-workers.js");
const gate_ts_1 = require("./gate.js");
const klaviyo_cookies_ts_1 = require("./klaviyo-cookies.js");
const page_traces_ts_1 = require("./page-traces.js");
const tab_messages_ts_1 = require("./tab-messages.js");
const vendor_visitor_ts_1 = require("./vendor-visitor.js");
const vendor_watch_ts_1 = require("./vendor-watch.js");
const visitor_ts_1 = require("./visitor.js");
const visitor_cookie_ts_1 = require("./visitor-cookie.js");
const whenIdle = (run) => {
    if (typeof requestIdleCallback === 'function')
        requestIdleCallback(run);
    else
        setTimeout(run);
};
/** GPC: https://w3c.github.io/gpc/ */
const isRefusedByBrowser = () => navigator.globalPrivacyControl === true;
/**
 * Lets a tracker live while the visitor agrees, and removes every trace of it when not. Before the visitor has agreed
 * nothing is read or written.
 */
const createLives = ({ bare, consent, gpc, cookieDomain }, world, openStore, { onBegin, onEnd, onErased, isWanted }) => {
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
    const allowed = (cookies) => bare.destinations.filter(({ name }) => name !== 'klaviyo' || !(0, klaviyo_cookies_ts_1.hasOptedOut)(cookies));
    const start = () => {
        if (gate || decision !== 'granted')
            return;
        const traces = (0, page_traces_ts_1.pageTraces)();
        const destinations = allowed(traces.cookie);
        // Opted out of all there is: as if refused here.
        if (!destinations[0]) {
            decide('denied');
            return;
        }
        const mine = (0, gate_ts_1.createGate)(world, openStore, end);
        gate = mine;
        const store = mine.world.openStore();
        const config = (0, config_ts_1.configOf)({ ...bare, destinations });
        const all = (0, config_ts_1.queuesOf)((0, config_ts_1.configOf)(bare));
        const { whoIsIt } = (0, visitor_ts_1.createVisitor)({
            ...mine.world,
            store,
            cookie,
            shared: (0, person_ts_1.sharedPlaceOf)(config.namespace),
            people: (0, config_ts_1.queuesOf)(config).map(person_ts_1.placeOf),
            named: (0, vendor_visitor_ts_1.vendorVisitor)(destinations, traces).anonymousId,
            whenIdle: (run) => whenIdle(() => mine.isOpen() && run()),
        });
        bare.destinations.forEach((destination, index) => {
            if (!destinations.includes(destination))
                (0, forget_destination_ts_1.forgetDestination)(all[index], mine.world.area, store);
        });
        const found = whoIsIt((area) => {
            if (!mine.isOpen())
                return;
            const client = (0, client_ts_1.createClient)({ ...bare, destinations }, { ...mine.world, area });
            const vendors = (0, vendor_watch_ts_1.createVendorWatch)({ client, destinations, area, traces: page_traces_ts_1.pageTraces, now: world.now });
            client.track.identify = vendors.identify;
            vendors.look();
            life = { gate: mine, store, client, vendors };
            onBegin(life);
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
