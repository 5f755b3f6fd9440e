import { jsonOf, parsed } from "../core/json.js";
import { campaignAmong } from "./campaign.js";
/** Where localStorage keeps the session. */
export const SESSION = 'sendoff-session';
/** A session ends after so long without a page or an event, in whichever tab. */
export const SESSION_MS = 30 * 60_000;
/** Other tabs hear of this tab's activity at most so late: what is written is written at most so often. */
export const SYNC_MS = 10_000;
const sessionIn = (json) => {
    const { id, lastMs, campaign } = parsed(json);
    const isSession = typeof id === 'string' && typeof lastMs === 'number';
    return isSession
        ? { id, lastMs, campaign: campaignAmong((name) => campaign?.[name]) }
        : undefined;
};
/** Either way: a clock that was set back must not make a session that never ends. */
const isLive = (session, time) => !!session && Math.abs(time - session.lastMs) < SESSION_MS;
/**
 * The session over all tabs, in memory: an event reads it without I/O. A page asks for it as soon as it is shown, for the
 * campaign is that of the session's first page, be there an event on it or not. localStorage is read and written when a
 * page begins, and then at most every `SYNC_MS`. Of two sessions that tabs have begun at the same moment the one
 * that began first goes on in both: ids ascend with time.
 */
export const createSession = ({ area, now, newId, campaign, onChange }) => {
    let session;
    let syncedMs = Number.NEGATIVE_INFINITY;
    const keep = (next) => {
        session = next;
        syncedMs = now();
        area.set(SESSION, jsonOf(next));
    };
    const stop = onChange(() => {
        const time = now();
        const json = area.get(SESSION);
        const theirs = sessionIn(json);
        // Erased in another tab, so in this one, too. (Undefined where there is no storage: then there was none before.)
        if (json === null)
            session = undefined;
        if (!isLive(theirs, time))
            return;
        if (isLive(session, time) && session.id < theirs.id)
            keep(session);
        else
            session = { ...theirs, lastMs: Math.max(theirs.lastMs, session?.lastMs ?? 0) };
    });
    /** This tab's and the stored one, made one. */
    const sync = () => {
        const time = now();
        const mine = isLive(session, time) ? session : undefined;
        const found = sessionIn(area.get(SESSION));
        const theirs = isLive(found, time) ? found : undefined;
        const first = mine && theirs ? (theirs.id < mine.id ? theirs : mine) : (mine ?? theirs);
        const next = { ...(first ?? { id: newId(), campaign: campaign() }), lastMs: time };
        keep(next);
        return next;
    };
    return {
        /** The session that a page or an event of this moment belongs to; it begins one when there is none. */
        current() {
            const time = now();
            if (!isLive(session, time) || Math.abs(time - syncedMs) >= SYNC_MS)
                return sync();
            session = { ...session, lastMs: time };
            return session;
        },
        /** Reads and writes what has begun. Whoever opens a storage that was closed calls this. */
        sync() {
            if (session)
                sync();
        },
        /** The next event begins a new session. Who erases the storage calls this, too. */
        forget() {
            session = undefined;
        },
        stop,
    };
};
