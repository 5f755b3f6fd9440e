import type { AnyEvents, Receipt, Rest, Tracker } from '../tracker.ts';
import type { FullTracker } from './full-tracker.ts';
/**
 * The return value of a call. Before the script has arrived it is a promise of the result, afterwards the result:
 * awaited, both are alike.
 */
export type Soon<Result> = PromiseLike<Awaited<Result>> | Result;
type Methods<Of> = {
    readonly [Name in keyof Of]: Of[Name] extends (...args: infer Args) => infer Result ? (...args: Args) => Soon<Result> : never;
};
/** The globals of a script tag, and of the stub before it. */
export interface ScriptTracker<Events extends object = AnyEvents> extends Methods<Pick<Tracker, 'identify' | 'reset' | 'flush' | 'status'>>, Partial<Methods<Pick<FullTracker, 'page' | 'consent' | 'erase'>>> {
    <Name extends keyof Events & string>(name: Name, ...rest: Rest<Events[Name]>): Soon<Receipt>;
    /** Adds a listener; returns the function that removes it. */
    readonly on: (...args: Parameters<Tracker['on']>) => Soon<() => void>;
}
declare global {
    /**
     * The events of this site, with their properties. While it is empty, every event compiles.
     * @example
     * declare global {
     *   interface SendoffEvents {
     *     'Viewed Product': { sku: string }
     *   }
     * }
     */
    interface SendoffEvents {
        readonly [none: symbol]: never;
    }
    /** The tracker of the script tag, under its usual name. */
    var track: ScriptTracker<[keyof SendoffEvents & string] extends [never] ? AnyEvents : SendoffEvents>;
}
export {};
