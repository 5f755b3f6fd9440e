import { placeIn } from "../../core/record-key.js";
import { createCampaigns } from "../context/campaign.js";
import { clipped } from "../context/clipped.js";
import { CONTEXT_CHARS, createContext } from "../context/context.js";
import { createPageFacts, loadedUrl } from "../context/page-facts.js";
import { createRedaction } from "../context/redaction.js";
import { createSession, SESSION } from "../context/session.js";
import { onSharedChange } from "../context/shared-change.js";
import { onDeclared } from "./declarative.js";
import { onNavigations } from "./navigations.js";
import { onOutboundLinks } from "./outbound-links.js";
import { onPageViews } from "./page-views.js";
import { createTitleWatch } from "./title-watch.js";
import { whenShown } from "./when-shown.js";
/** Puts together the facts of the page, which every event carries, and the activity that is tracked without a call. */
export const createPageWatch = (options, { now, newId, namespace, area, report, signal }) => {
    const place = placeIn(SESSION, namespace);
    // Problems are reported a microtask later, because the page adds its listener after it has started the tracker.
    const redact = createRedaction(options.redact, (problem) => queueMicrotask(() => report(problem)));
    const campaigns = createCampaigns(options.clickIds);
    const session = createSession({
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
        onChange: (changed) => onSharedChange(place, changed),
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
    const titles = createTitleWatch();
    const pageFacts = createPageFacts(window, signal);
    /** The facts of the page that an event is about, where that page is another than the present one. */
    let earlier;
    const facts = () => ({ ...pageFacts(), title: titles.known(), ...earlier });
    const contextOf = createContext({ facts, redact, session: sessionAt });
    /** Only for the first page of the document, the page before is the document's referrer. */
    const previousOf = (url) => {
        const previous = options.context && url && redact(url);
        return previous ? { previous_url: clipped(previous, CONTEXT_CHARS.url) } : {};
    };
    const onViews = (scope, track) => {
        const stop = onPageViews(({ url, title, previousUrl, time }) => {
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
                sessionAt(loadedUrl());
                sessionAt(location.href);
            };
            // Titles are watched here only with the Navigation API; without it this would take changes to the history.
            const onlyTitles = () => options.context && 'navigation' in window && onNavigations(() => titles.whenKnown(() => undefined));
            const stops = [
                session.stop,
                options.context && whenShown(look),
                options.pageviews ? onViews(options.pageviews, view) : onlyTitles(),
                options.declarative && onDeclared(track),
                options.outbound && onOutboundLinks(track, redact),
            ];
            return () => {
                for (const stop of stops)
                    if (stop)
                        stop();
            };
        },
    };
};
