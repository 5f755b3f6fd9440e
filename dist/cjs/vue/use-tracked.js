"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.useTracked = void 0;
const vue_1 = require("vue");
const plugin_ts_1 = require("./plugin.js");
/**
 * Tracks that this component is shown: when it is set up, when `<KeepAlive>` shows it again, and when its properties
 * change.
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
        // The hook is also called right after the set-up, which has been tracked already.
        if (!isAway)
            return;
        isAway = false;
        tell();
    });
};
exports.useTracked = useTracked;
