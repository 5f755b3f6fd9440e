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
/** Puts together what sees where events happen, and which events happen without a call. */
export const createPageWatch = (options, { now, newId, namespace, area, report, signal }) => {
    const place = placeIn(SESSION, namespace);
    // Later: who has just started the tracker is about to listen.
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
    /** Of an event at this address, which may be another than that of the event before. */
    const sessionAt = (url) => {
        if (url !== arrivedAt) {
            arrivedAt = url;
            session.arrive(campaigns.of(redact(url) ?? ''));
        }
        return session.current();
    };
    const titles = createTitleWatch();
    const pageFacts = createPageFacts(window, signal);
    /** Of the page that an event is about, where that is another than the page as it is now. */
    let earlier;
    const facts = () => ({ ...pageFacts(), title: titles.known(), ...earlier });
    const contextOf = createContext({ facts, redact, session: sessionAt });
    /** The page before is where the document's referrer leads only for the first page. */
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
                sessionAt(loadedUrl());
                sessionAt(location.href);
            };
            // An event between the navigation and the title. Without that API it would take changes to the page's history.
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
