"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.ADOPTIONS = void 0;
const adoption_ts_1 = require("../bloomreach/adoption.js");
const adoption_ts_2 = require("../klaviyo/adoption.js");
/** Every vendor whose own script's visitors are kept. */
exports.ADOPTIONS = {
    bloomreach: adoption_ts_1.adoption,
    klaviyo: adoption_ts_2.adoption,
};
