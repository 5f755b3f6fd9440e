import type { AnyProperties } from '../tracker.ts';
/**
 * Tracks that this component is shown: when it is set up, when `<KeepAlive>` shows it again, and when its properties
 * change.
 * @example
 * useTracked('Viewed Product', () => ({ sku: props.sku }))
 */
export declare const useTracked: (name: string, properties?: () => AnyProperties) => void;
