import { adoption as amplitude } from "../amplitude/adoption.js";
import { adoption as bloomreach } from "../bloomreach/adoption.js";
import { adoption as klaviyo } from "../klaviyo/adoption.js";
import { adoption as mixpanel } from "../mixpanel/adoption.js";
import { adoption as posthog } from "../posthog/adoption.js";
import { adoption as segment } from "../segment/adoption.js";
/** Every vendor whose own script's visitors are kept. */
export const ADOPTIONS = {
    amplitude,
    bloomreach,
    klaviyo,
    mixpanel,
    posthog,
    segment,
};
