"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.useTracked = exports.useTrack = exports.sendoff = void 0;
var plugin_ts_1 = require("./plugin.js");
Object.defineProperty(exports, "sendoff", { enumerable: true, get: function () { return plugin_ts_1.sendoff; } });
Object.defineProperty(exports, "useTrack", { enumerable: true, get: function () { return plugin_ts_1.useTrack; } });
var use_tracked_ts_1 = require("./use-tracked.js");
Object.defineProperty(exports, "useTracked", { enumerable: true, get: function () { return use_tracked_ts_1.useTracked; } });
