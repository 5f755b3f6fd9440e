import { bloomreachVisitor } from "../destinations/bloomreach-cookies.js";
import { klaviyoVisitor } from "./klaviyo-cookies.js";
/** The first destination whose vendor knows the visitor names them. */
export const vendorVisitor = (destinations, traces) => {
    let anonymous = {};
    let current = {};
    for (const { name, siteId = '' } of destinations)
        if (name === 'klaviyo') {
            const { anonymousId, followed, remembered } = klaviyoVisitor(siteId, traces);
            anonymous = {
                ...(anonymousId && { anonymousId }),
                ...(remembered && { _kx: remembered }),
                ...anonymous,
            };
            if (followed)
                current = { _kx: followed };
        }
        else if (name === 'bloomreach') {
            const { anonymousId } = bloomreachVisitor(traces.cookie);
            anonymous = { ...(anonymousId && { anonymousId }), ...anonymous };
        }
    return { anonymous, current };
};
