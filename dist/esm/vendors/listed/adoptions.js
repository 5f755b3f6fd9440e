import { adoption as bloomreach } from "../bloomreach/adoption.js";
import { adoption as klaviyo } from "../klaviyo/adoption.js";
/** Every vendor whose own script's visitors are kept. */
export const ADOPTIONS = {
    bloomreach,
    klaviyo,
};
