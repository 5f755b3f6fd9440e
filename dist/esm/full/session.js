import { jsonOf, parsed } from "../core/json.js";
import { campaignAmong } from "./campaign.js";
/** Where localStorage keeps the session. */
export const SESSION = 'sendoff-session';
/** A session ends after so long without an event, in whichever tab. */
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
 * The session over all tabs, in memory: an event reads it without I/O. localStorage is read and written when a
 * session begins, and then at most every `SYNC_MS`. Of two sessions that tabs have begun at the same moment the one
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
    return {
        /** The session that an event of this moment belongs to; it begins one when there is none. */
        current() {
            const time = now();
            const mine = isLive(session, time) ? session : undefined;
            if (mine && Math.abs(time - syncedMs) < SYNC_MS) {
                session = { ...mine, lastMs: time };
                return session;
            }
            const found = sessionIn(area.get(SESSION));
            const theirs = isLive(found, time) ? found : undefined;
            const first = mine && theirs ? (theirs.id < mine.id ? theirs : mine) : (mine ?? theirs);
            const next = { ...(first ?? { id: newId(), campaign: campaign() }), lastMs: time };
            keep(next);
            return next;
        },
        /** The next event looks into the storage: it may be used from now on. */
        sync() {
            syncedMs = Number.NEGATIVE_INFINITY;
        },
        /** The next event begins a new session. Who erases the storage calls this, too. */
        forget() {
            session = undefined;
        },
        stop,
    };
};
