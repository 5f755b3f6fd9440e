import { jsonOf, parsed } from "../../core/json.js";
import { vendorVisitor } from "../../vendors/adoption.js";
/**
 * The localStorage key of what the vendors' scripts have said of the visitor, so that after a log-out it is not taken
 * for news. A namespace is appended to it.
 */
export const VENDOR = 'sendoff-vendor';
/** The shortest time between two looks, because reading cookies takes time. */
export const LOOK_MS = 1_000;
const MAX_ID_CHARS = 200;
const isIdentified = ({ userId, email, phone }) => !!(userId || email || phone);
/**
 * Takes over what the vendors' scripts say of the visitor, whenever that appears or changes: on a first visit the
 * scripts come later than the tracker, and a form or a link in an e-mail identifies the visitor on a later page. A
 * visitor whom the site itself has identified keeps that identity, because a link may be somebody else's.
 */
export const createVendorWatch = ({ client, adoptions, destinations, place, area, traces, now, }) => {
    const { identify } = client.track;
    const isAnyNaming = destinations.some(({ name }) => adoptions[name]);
    let seen = parsed(area.get(place));
    let lookedMs = Number.NEGATIVE_INFINITY;
    const keep = (next) => {
        seen = next;
        area.set(place, jsonOf(next));
    };
    /** Tells the vendor of the person under the former id as well: the vendor then joins the events of both ids. */
    const joining = (former, tell) => {
        const { anonymousId } = client.identity();
        client.adopt({ anonymousId: former });
        const receipt = tell();
        client.adopt({ anonymousId });
        return receipt;
    };
    const formerId = () => {
        const { former } = seen;
        return typeof former === 'string' && former.length <= MAX_ID_CHARS ? former : undefined;
    };
    return {
        /** Looks at the traces; it is called before an event, and when a page begins. */
        look() {
            const time = now();
            if (!isAnyNaming || Math.abs(time - lookedMs) < LOOK_MS)
                return;
            lookedMs = time;
            const { tokenName, ...found } = vendorVisitor(adoptions, destinations, traces());
            const newsOf = (name) => (found[name] === seen[name] ? undefined : found[name]);
            const reader = newsOf('followed') ?? newsOf('remembered');
            const known = client.identity();
            const { anonymousId: own } = known;
            const anonymousId = newsOf('anonymousId') ?? own;
            if (!reader && !newsOf('anonymousId'))
                return;
            let former = formerId() ?? (anonymousId === own ? undefined : own);
            if (isIdentified(known))
                former = undefined;
            else if (reader) {
                if (tokenName)
                    client.adopt({ [tokenName]: reader });
                if (former)
                    joining(former, () => identify());
                former = undefined;
            }
            client.adopt({ anonymousId });
            keep({ ...seen, ...found, former });
        },
        /** Does what the tracker's own `identify` does. */
        identify(...args) {
            const former = formerId();
            if (!former)
                return identify(...args);
            const receipt = joining(former, () => identify(...args));
            if (!isIdentified(client.identity()))
                return receipt;
            keep({ ...seen, former: undefined });
            identify(...args);
            return receipt;
        },
    };
};
