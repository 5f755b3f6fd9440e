import { withErased } from "../with-erased.js";
import { withinLimits } from "./limits.js";
/**
 * Returns the profile that an event belongs to. JSON leaves out undefined values: the vendor's schema is closed, and
 * null erases.
 */
export const profileOf = ({ type, identity, properties: said }, told) => {
    const { anonymousId, userId, email, phone, _kx } = identity;
    const traits = type === 'identify' ? withinLimits(told, said) : {};
    const { firstName, lastName, ...properties } = withErased(traits);
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
