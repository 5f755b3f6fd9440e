"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createPageWatch = void 0;
const record_key_ts_1 = require("../../core/record-key.js");
const campaign_ts_1 = require("../context/campaign.js");
const clipped_ts_1 = require("../context/clipped.js");
const context_ts_1 = require("../context/context.js");
const page_facts_ts_1 = require("../context/page-facts.js");
const redaction_ts_1 = require("../context/redaction.js");
const session_ts_1 = require("../context/session.js");
const shared_change_ts_1 = require("../context/shared-change.js");
const declarative_ts_1 = require("./declarative.js");
const navigations_ts_1 = require("./navigations.js");
const outbound_links_ts_1 = require("./outbound-links.js");
const page_views_ts_1 = require("./page-views.js");
const title_watch_ts_1 = require("./title-watch.js");
const when_shown_ts_1 = require("./when-shown.js");
/** Puts together the facts of the page, which every event carries, and the activity that is tracked without a call. */
const createPageWatch = (options, { now, newId, namespace, area, report, signal }) => {
    const place = (0, record_key_ts_1.placeIn)(session_ts_1.SESSION, namespace);
    // Problems are reported a microtask later, because the page adds its listener after it has started the tracker.
    const redact = (0, redaction_ts_1.createRedaction)(options.redact, (problem) => queueMicrotask(() => report(problem)));
    const campaigns = (0, campaign_ts_1.createCampaigns)(options.clickIds);
    const session = (0, session_ts_1.createSession)({
        place,
        area: {
            keys: () => area()?.keys() ?? [],
            get: (key) => area()?.get(key),
            set: (key, value) => area()?.set(key, value),
            delete: (key) => area()?.delete(key),
        },
        now,
        newId,
        among: campaigns.among,
        onChange: (changed) => (0, shared_change_ts_1.onSharedChange)(place, changed),
    });
    let arrivedAt;
    /** The session of an event at this address, which may differ from the address of the event before. */
    const sessionAt = (url) => {
        if (url !== arrivedAt) {
            arrivedAt = url;
            session.arrive(campaigns.of(redact(url) ?? ''));
        }
        return session.current();
    };
    const titles = (0, title_watch_ts_1.createTitleWatch)();
    const pageFacts = (0, page_facts_ts_1.createPageFacts)(window, signal);
    /** The facts of the page that an event is about, where that page is another than the present one. */
    let earlier;
    const facts = () => ({ ...pageFacts(), title: titles.known(), ...earlier });
    const contextOf = (0, context_ts_1.createContext)({ facts, redact, session: sessionAt });
    /** Only for the first page of the document, the page before is the document's referrer. */
    const previousOf = (url) => {
        const previous = options.context && url && redact(url);
        return previous ? { previous_url: (0, clipped_ts_1.clipped)(previous, context_ts_1.CONTEXT_CHARS.url) } : {};
    };
    const onViews = (scope, track) => {
        const stop = (0, page_views_ts_1.onPageViews)(({ url, title, previousUrl, time }) => {
            const before = earlier;
            earlier = { url, title };
            track(previousOf(previousUrl), time);
            earlier = before;
        }, { titles, scope });
        // The listeners run in the capturing phase, so that the view is part of the last request of the page.
        const until = { capture: true, signal };
        addEventListener('pagehide', titles.settle, until);
        addEventListener('visibilitychange', titles.settle, until);
        return stop;
    };
    return {
        /** Returns the event with its context beneath its properties. It never throws. */
        withContext(event) {
            if (!options.context)
                return event;
            try {
                return contextOf(event);
            }
            catch {
                // A getter of the page has thrown: the event stays as it is, and is refused and reported later.
                return event;
            }
        },
        /** Uses the storage from now on. */
        onBegin: () => session.sync(),
        /** Forgets the session, since everything that was stored is gone. */
        onEnd: () => session.forget(),
        /** Sets the page that the next events were tracked on; without one, the present page counts. */
        at(page) {
            earlier = page;
        },
        /** Starts tracking the page's activity. Returns the function that stops it. */
        start(track, view) {
            const look = () => {
                sessionAt((0, page_facts_ts_1.loadedUrl)());
                sessionAt(location.href);
            };
            // Titles are watched here only with the Navigation API; without it this would take changes to the history.
            const onlyTitles = () => options.context && 'navigation' in window && (0, navigations_ts_1.onNavigations)(() => titles.whenKnown(() => undefined));
            const stops = [
                session.stop,
                options.context && (0, when_shown_ts_1.whenShown)(look),
                options.pageviews ? onViews(options.pageviews, view) : onlyTitles(),
                options.declarative && (0, declarative_ts_1.onDeclared)(track),
                options.outbound && (0, outbound_links_ts_1.onOutboundLinks)(track, redact),
            ];
            return () => {
                for (const stop of stops)
                    if (stop)
                        stop();
            };
        },
    };
};
exports.createPageWatch = createPageWatch;
