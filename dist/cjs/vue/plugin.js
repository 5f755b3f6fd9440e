"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.useTrack = exports.sendoff = void 0;
const vue_1 = require("vue");
const routed_views_ts_1 = require("../full/routed-views.js");
const inert_tracker_ts_1 = require("../inert-tracker.js");
const KEY = Symbol('sendoff');
const withoutFragment = ({ fullPath }) => fullPath.replace(/#.*/, '');
/**
 * Tracks a view for each navigation. A navigation that failed, that leads to the present place, or that stays within
 * the page, is not a view.
 */
const trackViews = (track, { currentRoute, beforeEach, afterEach }) => {
    let last;
    let titleBefore = '';
    const view = (place) => {
        const address = withoutFragment(place);
        if (address === last)
            return;
        last = address;
        (0, routed_views_ts_1.routedViewsOf)(track)(place.path, titleBefore);
    };
    if (typeof document === 'undefined')
        return;
    if (currentRoute.value.matched.length > 0)
        view(currentRoute.value);
    beforeEach(() => {
        titleBefore = document.title;
    });
    afterEach((to, _from, failure) => {
        if (!failure)
            view(to);
    });
};
/**
 * A plugin of Vue that gives the tracker to all components.
 * @example
 * createApp(Shop).use(router).use(sendoff, { track, router }).mount('#app')
 */
exports.sendoff = {
    install(app, { track, router }) {
        app.provide(KEY, track);
        if (router)
            trackViews(track, router);
    },
};
/**
 * Returns the tracker of this application. Where the plugin is not used, as in a component's test, it returns a tracker
 * that does nothing.
 * @example
 * const track = useTrack<ShopEvents>()
 */
const useTrack = () => (0, vue_1.inject)(KEY, () => (0, inert_tracker_ts_1.inertTracker)('The plugin is not used.'), true);
exports.useTrack = useTrack;
