import { inject } from 'vue';
import { routedViewsOf } from "../full/routed-views.js";
import { inertTracker } from "../inert-tracker.js";
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
        routedViewsOf(track)(place.path, titleBefore);
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
export const sendoff = {
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
export const useTrack = () => inject(KEY, () => inertTracker('The plugin is not used.'), true);
