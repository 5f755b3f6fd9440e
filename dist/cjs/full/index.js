"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createTracker = exports.followTcf = exports.followConsentMode = void 0;
var consent_mode_ts_1 = require("./consent/consent-mode.js");
Object.defineProperty(exports, "followConsentMode", { enumerable: true, get: function () { return consent_mode_ts_1.followConsentMode; } });
var tcf_ts_1 = require("./consent/tcf.js");
Object.defineProperty(exports, "followTcf", { enumerable: true, get: function () { return tcf_ts_1.followTcf; } });
var create_tracker_ts_1 = require("./create-tracker.js");
Object.defineProperty(exports, "createTracker", { enumerable: true, get: function () { return create_tracker_ts_1.createTracker; } });
