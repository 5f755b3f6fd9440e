"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createTracker = void 0;
var create_tracker_ts_1 = require("./create-tracker.js");
Object.defineProperty(exports, "createTracker", { enumerable: true, get: function () { return create_tracker_ts_1.createTracker; } });
