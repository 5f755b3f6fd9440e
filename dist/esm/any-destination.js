import { invalid } from "./core/options.js";
import { bloomreachFrom, crowdpowerFrom, helpcrunchFrom, httpFrom, klaviyoFrom, yotpoFrom, } from "./script-data.js";
const MAKERS = {
    klaviyo: klaviyoFrom,
    bloomreach: bloomreachFrom,
    crowdpower: crowdpowerFrom,
    helpcrunch: helpcrunchFrom,
    http: httpFrom,
    yotpo: yotpoFrom,
};
/** The attributes of all vendors. */
export const ANY_NAMES = 'project unanswered relay url writeKey';
/** The destination that `data-destination` names. */
export const anyFrom = (data, destination = '') => {
    const make = MAKERS[destination];
    if (!make)
        throw invalid('data-destination', destination, `one of ${Object.keys(MAKERS)}`);
    return make(data);
};
