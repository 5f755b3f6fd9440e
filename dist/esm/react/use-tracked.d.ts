import type { AnyProperties, Tracker } from '../tracker.ts';
/**
 * Calls `tell` each time that the component is shown, and again when `said` changes.
 *
 * `StrictMode` reverts effects and runs them again at once, to find mistakes: that counts as one showing. `<Activity>`
 * reverts them when it hides the component, and runs them when it shows the component again, later: that counts as two.
 */
export declare const useShown: (said: string, tell: (track: Tracker) => void) => void;
/**
 * Tracks that this component is shown: when it appears, when `<Activity>` shows it again, and when its properties
 * change. Under `StrictMode` it is tracked once, too.
 * @example
 * useTracked('Viewed Product', { sku })
 */
export declare const useTracked: (name: string, properties?: AnyProperties) => void;
