"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.useTracked = void 0;
const vue_1 = require("vue");
const plugin_ts_1 = require("./plugin.js");
/**
 * Tracks that this component is shown: when it is set up, when `<KeepAlive>` shows it again, and when what it says changes.
 * @example
 * useTracked('Viewed Product', () => ({ sku: props.sku }))
 */
const useTracked = (name, properties = () => ({})) => {
    const track = (0, plugin_ts_1.useTrack)();
    let isAway = false;
    const tell = () => {
        if (!isAway)
            track(name, properties());
    };
    (0, vue_1.watch)(() => JSON.stringify(properties()), tell, { immediate: true });
    (0, vue_1.onDeactivated)(() => {
        isAway = true;
    });
    (0, vue_1.onActivated)(() => {
        // The first time it comes right after the set-up.
        if (!isAway)
            return;
        isAway = false;
        tell();
    });
};
exports.useTracked = useTracked;
