"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createSession = exports.SYNC_MS = exports.SESSION_MS = exports.SESSION = void 0;
const json_ts_1 = require("../../core/json.js");
/** The localStorage key of the session; a namespace is appended to it. */
exports.SESSION = 'sendoff-session';
/** A session ends after this time without a page or an event in any tab. */
exports.SESSION_MS = 30 * 60_000;
/** Other tabs hear of this tab's activity at most this much later, because it is written at most this often. */
exports.SYNC_MS = 10_000;
/** The longest id that a record may contain; ours have 36 characters. */
const MAX_ID_CHARS = 100;
/**
 * The time since the last activity counts in either direction: a clock that was set back must not make a session that
 * never ends.
 */
const isLive = (session, time) => !!session && Math.abs(time - session.lastMs) < exports.SESSION_MS;
/**
 * Merges the sessions of two tabs: the result has the id of the one that began first, since ids ascend with time, and
 * the last campaign.
 */
const joined = (mine, theirs) => {
    const [first, second] = theirs.id < mine.id ? [theirs, mine] : [mine, theirs];
    const { campaign, campaignMs } = second.campaignMs > first.campaignMs ? second : first;
    const { id } = first;
    return { id, lastMs: Math.max(mine.lastMs, theirs.lastMs), campaign, campaignMs };
};
/**
 * Keeps the session of all tabs in memory, so that an event reads it without I/O. A page arrives in it as soon as it is
 * shown, because the session has the campaign of its pages even when no event is tracked on them. localStorage is read
 * and written when a page or a campaign arrives, and otherwise at most every `SYNC_MS`.
 */
const createSession = ({ place, area, now, newId, among, onChange }) => {
    let session;
    let syncedMs = Number.NEGATIVE_INFINITY;
    /**
     * The campaign of the page that arrived last. It leads to the next session, too, if the page stays open for so long.
     */
    let arrived = {};
    const sessionIn = (json) => {
        const { id, lastMs, campaign, campaignMs } = (0, json_ts_1.parsed)(json);
        const isSession = typeof id === 'string' && id.length <= MAX_ID_CHARS && typeof lastMs === 'number';
        if (!isSession)
            return;
        return {
            id,
            lastMs,
            campaign: among((name) => campaign?.[name]),
            campaignMs: typeof campaignMs === 'number' ? campaignMs : 0,
        };
    };
    const keep = (next) => {
        session = next;
        syncedMs = now();
        area.set(place, (0, json_ts_1.jsonOf)(next));
    };
    const begun = (time) => ({
        id: newId(),
        lastMs: time,
        campaign: arrived,
        campaignMs: Object.keys(arrived)[0] ? time : 0,
    });
    const stop = onChange(() => {
        const time = now();
        const json = area.get(place);
        const theirs = sessionIn(json);
        // Another tab has erased the session, so it ends in this tab, too. (The text is undefined where there is no
        // storage: then there was no session before.)
        if (json === null)
            session = undefined;
        if (!isLive(theirs, time))
            return;
        const mine = isLive(session, time) ? session : theirs;
        const both = joined(mine, theirs);
        // The other tab does not know this tab's session, so it is written.
        if (both.id !== theirs.id || both.campaignMs !== theirs.campaignMs)
            keep(both);
        else
            session = both;
    });
    /** Merges this tab's session with the stored one. */
    const sync = () => {
        const time = now();
        const found = sessionIn(area.get(place));
        const theirs = isLive(found, time) ? found : undefined;
        const mine = isLive(session, time) ? session : theirs;
        const known = mine && joined(mine, theirs ?? mine);
        const next = { ...(known ?? begun(time)), lastMs: time };
        keep(next);
        return next;
    };
    return {
        /**
         * Notes that a page with this campaign has begun. As in the vendors' own analytics, the last campaign counts, and a
         * page without a campaign does not replace it ("last non-direct").
         */
        arrive(campaign) {
            arrived = campaign;
            const current = sync();
            if (Object.keys(campaign)[0])
                keep({ ...current, campaign, campaignMs: current.lastMs });
        },
        /** Returns the session that an event of this moment belongs to; a session begins when there is none. */
        current() {
            const time = now();
            if (!isLive(session, time) || Math.abs(time - syncedMs) >= exports.SYNC_MS)
                return sync();
            session = { ...session, lastMs: time };
            return session;
        },
        /** Reads and writes the present session. It is called when a storage opens that was closed. */
        sync() {
            if (session)
                sync();
        },
        /** Ends the session, so that the next event begins a new one. It is called when the storage is erased, too. */
        forget() {
            session = undefined;
        },
        stop,
    };
};
exports.createSession = createSession;
