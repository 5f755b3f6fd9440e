import type { AnyProperties, Tracker } from '../tracker.ts';
/**
 * Calls `tell` each time that the component is shown, and again when `said` changes.
 *
 * `StrictMode` takes effects back and runs them again at once, to find mistakes: that is one showing. `<Activity>` takes
 * them back when it hides the component, and runs them when it shows it again, later: those are two.
 */
export declare const useShown: (said: string, tell: (track: Tracker) => void) => void;
/**
 * Tracks that this component is shown: when it appears, when `<Activity>` shows it again, and when what it says changes.
 * Once under `StrictMode`, too.
 * @example
 * useTracked('Viewed Product', { sku })
 */
export declare const useTracked: (name: string, properties?: AnyProperties) => void;
