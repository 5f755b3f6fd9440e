import { parsed } from "../../core/json.js";
import { fromBase64 } from "../base64.js";
import { bounded, cookieNamed, decoded, idIn } from "../left-behind.js";
/**
 * Reads `AMP_` and the first ten characters of the key: a cookie with base64 of encoded JSON, or the JSON in
 * localStorage.
 */
const kept = (key, { cookie, stored }) => {
    const place = `AMP_${key.slice(0, 10)}`;
    return {
        ...parsed(bounded(stored(place))),
        ...parsed(decoded(fromBase64(cookieNamed(cookie, place)))),
    };
};
/**
 * Returns the device that Amplitude's own library knows. Its `userId` is ignored, because the site says who is logged
 * in. Source: npm `@amplitude/analytics-browser` 2.48.1 and `@amplitude/analytics-core`, `cookie-name` and
 * `storage/cookie`.
 */
export const amplitudeVisitor = (key, traces) => {
    const anonymousId = idIn(kept(key, traces).deviceId);
    return anonymousId ? { anonymousId } : {};
};
export const adoption = {
    visitor: amplitudeVisitor,
    hasOptedOut: (key, traces) => kept(key, traces).optOut === true,
};
