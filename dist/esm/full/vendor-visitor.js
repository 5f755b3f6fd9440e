import { bloomreachVisitor } from "../destinations/bloomreach-cookies.js";
import { klaviyoVisitor } from "./klaviyo-cookies.js";
/** Whether a vendor's own script may name the visitor. */
export const isNaming = ({ name }) => name === 'klaviyo' || name === 'bloomreach';
/** What the vendors' own scripts say of the visitor. The first destination whose vendor knows the visitor names them. */
export const vendorVisitor = (destinations, traces) => {
    let visitor = {};
    for (const { name, siteId = '' } of destinations)
        if (name === 'klaviyo')
            visitor = { ...klaviyoVisitor(siteId, traces), ...visitor };
        else if (name === 'bloomreach') {
            const { anonymousId } = bloomreachVisitor(traces.cookie);
            visitor = { ...(anonymousId && { anonymousId }), ...visitor };
        }
    return visitor;
};
