import { campaignOf } from "./campaign.js";
import { createContext } from "./context.js";
import { onDeclared } from "./declarative.js";
import { onOutboundLinks } from "./outbound-links.js";
import { createPageFacts } from "./page-facts.js";
import { onPageViews } from "./page-views.js";
import { createRedaction } from "./redaction.js";
import { createSession, SESSION } from "./session.js";
import { onSharedChange } from "./shared-change.js";
import { whenShown } from "./when-shown.js";
/** Puts together what sees where events happen, and which events happen without a call. */
export const createPageWatch = (options, { now, newId, area, report }) => {
    // Later: who has just started the tracker is about to listen.
    const redact = createRedaction(options.redact, (problem) => queueMicrotask(() => report(problem)));
    const session = createSession({
        area: {
            keys: () => area()?.keys() ?? [],
            get: (key) => area()?.get(key),
            set: (key, value) => area()?.set(key, value),
            delete: (key) => area()?.delete(key),
        },
        now,
        newId,
        campaign: () => campaignOf(redact(location.href) ?? ''),
        onChange: (changed) => onSharedChange(SESSION, changed),
    });
    const contextOf = createContext({ facts: createPageFacts(), redact, session: session.current });
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
        /** Looks on from now on. */
        start(track, view) {
            if (options.context)
                whenShown(() => session.current());
            if (options.pageviews)
                onPageViews(view);
            if (options.declarative)
                onDeclared(track);
            if (options.outbound)
                onOutboundLinks(track, redact);
        },
    };
};
