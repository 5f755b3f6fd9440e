"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.followTcf = void 0;
const options_ts_1 = require("../../core/options.js");
/**
 * Follows the visitor's choice in a consent platform of the IAB TCF. The consent is `granted` when all these purposes
 * are granted, or when the GDPR does not apply; otherwise it is `denied`. The tracker must be started with `consent:
 * 'required'`.
 * @param purposes the site's own decision; purpose 1 is "Store and/or access information on a device".
 * @returns the function that stops following.
 * @throws {TypeError} when the page has no `__tcfapi`: the platform's own script, or its stub, must come first.
 * @example
 * followTcf(track, [1, 8])
 */
const followTcf = (track, purposes) => {
    const api = globalThis.__tcfapi;
    if (!api)
        throw (0, options_ts_1.invalid)('__tcfapi', api, 'a consent platform of the IAB TCF');
    let listener;
    api('addEventListener', 2, ({ eventStatus, listenerId, gdprApplies, purpose }, success) => {
        listener = listenerId;
        // An answer that comes while the platform still asks is not the visitor's choice.
        if (!success || !/^(tcloaded|useractioncomplete)$/.test(`${eventStatus}`) || gdprApplies === undefined)
            return;
        const isGranted = !gdprApplies || purposes.every((id) => purpose?.consents?.[id] === true);
        track.consent(isGranted ? 'granted' : 'denied');
    });
    return () => {
        if (listener !== undefined)
            api('removeEventListener', 2, () => undefined, listener);
    };
};
exports.followTcf = followTcf;
