import { type App } from 'vue';
import type { AnyEvents, Tracker } from '../tracker.ts';
/** As much of a place of Vue Router as is read. */
export interface Place {
    readonly path: string;
    readonly fullPath: string;
    /** Empty before the first navigation. */
    readonly matched: readonly unknown[];
}
/** As much of Vue Router as is needed. */
export interface ViewedRouter {
    readonly currentRoute: {
        readonly value: Place;
    };
    beforeEach(guard: (to: Place) => void): () => void;
    afterEach(guard: (to: Place, from: Place, failure?: unknown) => void): () => void;
}
export interface SendoffOptions {
    /** Made once, in a module: `createTracker(…)`. */
    readonly track: object & Pick<Tracker, 'flush'>;
    /** With it, `Viewed Page` is tracked for each place; leave it out where the tracker has `pageviews` of its own. */
    readonly router?: ViewedRouter | undefined;
}
/**
 * A plugin of Vue that gives the tracker to all components.
 * @example
 * createApp(Shop).use(router).use(sendoff, { track, router }).mount('#app')
 */
export declare const sendoff: {
    install(app: App, { track, router }: SendoffOptions): void;
};
/**
 * The tracker of this application. Where the plugin is not used, as in a component's test, it does nothing.
 * @example
 * const track = useTrack<ShopEvents>()
 */
export declare const useTrack: <Events extends object = AnyEvents>() => Tracker<Events>;
