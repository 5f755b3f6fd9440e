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
/** The destination that `data-destination` names. */
export const anyFrom = (data) => {
    const { destination = '' } = data;
    const make = MAKERS[destination];
    if (!make)
        throw invalid('data-destination', destination, `one of ${Object.keys(MAKERS)}`);
    return make(data);
};
