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
/** Puts together what sees where events happen, and which events happen without a call. */
const createPageWatch = (options, { now, newId, namespace, area, report, signal }) => {
    const place = (0, record_key_ts_1.placeIn)(session_ts_1.SESSION, namespace);
    // Later: who has just started the tracker is about to listen.
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
    /** Of an event at this address, which may be another than that of the event before. */
    const sessionAt = (url) => {
        if (url !== arrivedAt) {
            arrivedAt = url;
            session.arrive(campaigns.of(redact(url) ?? ''));
        }
        return session.current();
    };
    const titles = (0, title_watch_ts_1.createTitleWatch)();
    const pageFacts = (0, page_facts_ts_1.createPageFacts)(window, signal);
    /** Of the page that an event is about, where that is another than the page as it is now. */
    let earlier;
    const facts = () => ({ ...pageFacts(), title: titles.known(), ...earlier });
    const contextOf = (0, context_ts_1.createContext)({ facts, redact, session: sessionAt });
    /** The page before is where the document's referrer leads only for the first page. */
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
        // In the capturing phase: so the view is part of what leaves with the page.
        const until = { capture: true, signal };
        addEventListener('pagehide', titles.settle, until);
        addEventListener('visibilitychange', titles.settle, until);
        return stop;
    };
    return {
        /** The event, with its context beneath its properties. Never throws. */
        withContext(event) {
            if (!options.context)
                return event;
            try {
                return contextOf(event);
            }
            catch {
                // The page's own getter has thrown: as it is, the event is refused and reported.
                return event;
            }
        },
        /** The storage may be touched from now on. */
        onBegin: () => session.sync(),
        /** Everything that was stored is gone. */
        onEnd: () => session.forget(),
        /** The events that follow were tracked on this page; without one, on the page as it is. */
        at(page) {
            earlier = page;
        },
        /** Looks on from now on. Returns the way to stop. */
        start(track, view) {
            const look = () => {
                sessionAt((0, page_facts_ts_1.loadedUrl)());
                sessionAt(location.href);
            };
            // An event between the navigation and the title. Without that API it would take changes to the page's history.
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
