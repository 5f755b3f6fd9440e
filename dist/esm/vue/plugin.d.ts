import { type App } from 'vue';
import type { AnyEvents, Tracker } from '../tracker.ts';
/** The part of a place of Vue Router that is read. */
export interface Place {
    readonly path: string;
    readonly fullPath: string;
    /** The matched routes; empty before the first navigation. */
    readonly matched: readonly unknown[];
}
/** The part of Vue Router that is needed. */
export interface ViewedRouter {
    readonly currentRoute: {
        readonly value: Place;
    };
    beforeEach(guard: (to: Place) => void): () => void;
    afterEach(guard: (to: Place, from: Place, failure?: unknown) => void): () => void;
}
export interface SendoffOptions {
    /** The tracker, made once in a module by `createTracker(…)`. */
    readonly track: object & Pick<Tracker, 'flush'>;
    /**
     * The router of the application: with it, `Viewed Page` is tracked for each place. It is left out where the tracker
     * itself has the option `pageviews`.
     * @default none
     */
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
 * Returns the tracker of this application. Where the plugin is not used, as in a component's test, it returns a tracker
 * that does nothing.
 * @example
 * const track = useTrack<ShopEvents>()
 */
export declare const useTrack: <Events extends object = AnyEvents>() => Tracker<Events>;
