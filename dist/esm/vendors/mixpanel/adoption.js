import { parsed } from "../../core/json.js";
import { bounded, cookieNamed, idIn, isNo } from "../left-behind.js";
/**
 * Returns the device that mixpanel-browser knows: `$device_id` of the JSON in `mp_<token>_mixpanel`, a cookie or
 * localStorage, as the site has chosen. The id is sent as that library sends it, `$device:<id>`, before a visitor is
 * identified and for the merging afterwards. An entry without `$device_id` is of a version that could not merge, and is
 * ignored. Source: npm `mixpanel-browser` 2.83.0, `mixpanel-persistence` and `mixpanel-core`.
 */
export const mixpanelVisitor = (token, { cookie, stored }) => {
    const place = `mp_${token}_mixpanel`;
    const { $device_id } = {
        ...parsed(bounded(stored(place))),
        ...parsed(cookieNamed(cookie, place)),
    };
    const anonymousId = idIn($device_id);
    return anonymousId ? { anonymousId } : {};
};
export const adoption = {
    visitor: mixpanelVisitor,
    // The library writes `0`, in localStorage unless the site wanted a cookie. Source: `gdpr-utils` of the same library.
    hasOptedOut: (token, { cookie, stored }) => {
        const place = `__mp_opt_in_out_${token}`;
        return isNo(stored(place)) || isNo(cookieNamed(cookie, place));
    },
};
