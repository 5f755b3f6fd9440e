"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.vendorVisitor = exports.isNaming = void 0;
const bloomreach_cookies_ts_1 = require("../destinations/bloomreach-cookies.js");
const klaviyo_cookies_ts_1 = require("./klaviyo-cookies.js");
/** Whether a vendor's own script may name the visitor. */
const isNaming = ({ name }) => name === 'klaviyo' || name === 'bloomreach';
exports.isNaming = isNaming;
/** What the vendors' own scripts say of the visitor. The first destination whose vendor knows the visitor names them. */
const vendorVisitor = (destinations, traces) => {
    let visitor = {};
    for (const { name, siteId = '' } of destinations)
        if (name === 'klaviyo')
            visitor = { ...(0, klaviyo_cookies_ts_1.klaviyoVisitor)(siteId, traces), ...visitor };
        else if (name === 'bloomreach') {
            const { anonymousId } = (0, bloomreach_cookies_ts_1.bloomreachVisitor)(traces.cookie);
            visitor = { ...(anonymousId && { anonymousId }), ...visitor };
        }
    return visitor;
};
exports.vendorVisitor = vendorVisitor;
