"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createSession = exports.SYNC_MS = exports.SESSION_MS = exports.SESSION = void 0;
const json_ts_1 = require("../../core/json.js");
/** Where localStorage keeps the session; with a namespace, that comes behind it. */
exports.SESSION = 'sendoff-session';
/** A session ends after so long without a page or an event, in whichever tab. */
exports.SESSION_MS = 30 * 60_000;
/** Other tabs hear of this tab's activity at most so late: what is written is written at most so often. */
exports.SYNC_MS = 10_000;
/** Of what a record calls an id; ours have 36. */
const MAX_ID_CHARS = 100;
/** Either way: a clock that was set back must not make a session that never ends. */
const isLive = (session, time) => !!session && Math.abs(time - session.lastMs) < exports.SESSION_MS;
/** Merges the sessions of two tabs: the one that began first, since ids ascend with time, and the last campaign. */
const joined = (mine, theirs) => {
    const [first, second] = theirs.id < mine.id ? [theirs, mine] : [mine, theirs];
    const { campaign, campaignMs } = second.campaignMs > first.campaignMs ? second : first;
    const { id } = first;
    return { id, lastMs: Math.max(mine.lastMs, theirs.lastMs), campaign, campaignMs };
};
/**
 * The session over all tabs, in memory: an event reads it without I/O. A page arrives in it as soon as it is shown, for
 * it has the campaign of its pages, be there an event on them or not. localStorage is read and written when a page or a
 * campaign arrives, and then at most every `SYNC_MS`.
 */
const createSession = ({ place, area, now, newId, among, onChange }) => {
    let session;
    let syncedMs = Number.NEGATIVE_INFINITY;
    /** Of the page that arrived last: it leads to the next session, too, if the page stays open for so long. */
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
        // Erased in another tab, so in this one, too. (Undefined where there is no storage: then there was none before.)
        if (json === null)
            session = undefined;
        if (!isLive(theirs, time))
            return;
        const mine = isLive(session, time) ? session : theirs;
        const both = joined(mine, theirs);
        // The other tab does not know of ours.
        if (both.id !== theirs.id || both.campaignMs !== theirs.campaignMs)
            keep(both);
        else
            session = both;
    });
    /** This tab's and the stored one, made one. */
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
         * A page with this campaign has begun. As in the vendors' own analytics, the last campaign counts, and a page without one
         * takes none away ("last non-direct").
         */
        arrive(campaign) {
            arrived = campaign;
            const current = sync();
            if (Object.keys(campaign)[0])
                keep({ ...current, campaign, campaignMs: current.lastMs });
        },
        /** The session that an event of this moment belongs to; it begins one when there is none. */
        current() {
            const time = now();
            if (!isLive(session, time) || Math.abs(time - syncedMs) >= exports.SYNC_MS)
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
exports.createSession = createSession;
