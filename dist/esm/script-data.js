import { bloomreach } from "./destinations/bloomreach.js";
import { crowdpower } from "./destinations/crowdpower.js";
import { helpcrunch } from "./destinations/helpcrunch.js";
import { http } from "./destinations/http.js";
import { klaviyo } from "./destinations/klaviyo.js";
import { yotpo } from "./destinations/yotpo.js";
/** No vendor's key: in a module a key that is left out means that nothing is sent, on a tag it is a mistake. */
const NO_KEY = '-';
export const klaviyoFrom = ({ key = NO_KEY, endpoint, ...rest }) => [
    klaviyo({ companyId: key, endpoint }),
    rest,
];
export const bloomreachFrom = ({ project = NO_KEY, key = NO_KEY, endpoint, ...rest }) => [
    bloomreach({ projectToken: project, key, endpoint }),
    rest,
];
export const crowdpowerFrom = ({ key = NO_KEY, endpoint, unanswered, ...rest }) => [
    crowdpower({ key, endpoint, unanswered: unanswered }),
    rest,
];
/** Filled, it is refused by name: keys of these vendors belong in the relay. */
const keyIn = (key) => (key ? { key } : {});
export const yotpoFrom = ({ relay = '', writeKey, key, ...rest }) => [
    yotpo({ relay, writeKey, ...keyIn(key) }),
    rest,
];
export const helpcrunchFrom = ({ relay = '', writeKey, key, ...rest }) => [
    helpcrunch({ relay, writeKey, ...keyIn(key) }),
    rest,
];
export const httpFrom = ({ url = '', writeKey, key, ...rest }) => [
    http({ url, writeKey, ...keyIn(key) }),
    rest,
];
