"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.profileOf = void 0;
const with_erased_ts_1 = require("../with-erased.js");
const limits_ts_1 = require("./limits.js");
/**
 * Returns the profile that an event belongs to. JSON leaves out undefined values: the vendor's schema is closed, and
 * null erases.
 */
const profileOf = ({ type, identity, properties: said }, told) => {
    const { anonymousId, userId, email, phone, _kx } = identity;
    const traits = type === 'identify' ? (0, limits_ts_1.withinLimits)(told, said) : {};
    const { firstName, lastName, ...properties } = (0, with_erased_ts_1.withErased)(traits);
    return {
        type: 'profile',
        attributes: {
            anonymous_id: anonymousId,
            external_id: userId,
            email,
            phone_number: phone,
            _kx,
            first_name: firstName,
            last_name: lastName,
            properties,
        },
    };
};
exports.profileOf = profileOf;
