import { bloomreach } from "./destinations/bloomreach.js";
import { crowdpower } from "./destinations/crowdpower.js";
import { klaviyo } from "./destinations/klaviyo.js";
export const klaviyoFrom = ({ key = '', endpoint, ...rest }) => [
    klaviyo({ companyId: key, endpoint }),
    rest,
];
export const bloomreachFrom = ({ project = '', key = '', endpoint, ...rest }) => [
    bloomreach({ projectToken: project, key, endpoint }),
    rest,
];
export const crowdpowerFrom = ({ key = '', endpoint, unanswered, ...rest }) => [
    crowdpower({ key, endpoint, unanswered: unanswered }),
    rest,
];
