"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.ADOPTIONS = void 0;
const adoption_ts_1 = require("../amplitude/adoption.js");
const adoption_ts_2 = require("../bloomreach/adoption.js");
const adoption_ts_3 = require("../klaviyo/adoption.js");
const adoption_ts_4 = require("../mixpanel/adoption.js");
const adoption_ts_5 = require("../posthog/adoption.js");
const adoption_ts_6 = require("../segment/adoption.js");
/** Every vendor whose own script's visitors are kept. */
exports.ADOPTIONS = {
    amplitude: adoption_ts_1.adoption,
    bloomreach: adoption_ts_2.adoption,
    klaviyo: adoption_ts_3.adoption,
    mixpanel: adoption_ts_4.adoption,
    posthog: adoption_ts_5.adoption,
    segment: adoption_ts_6.adoption,
};
