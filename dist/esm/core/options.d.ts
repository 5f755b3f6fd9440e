import type { Destination } from './destination.ts';
/** How each option must look, and in words. A form that takes the empty text is an option's that may be left out. */
export type OptionForms = Readonly<Record<string, readonly [form: RegExp, expected: string]>>;
/** A vendor's origin, or a path of the site that leads to it. */
export declare const ENDPOINT: readonly [RegExp, "an address or a path"];
/** Options without what a script of the page may have put on `Object.prototype`, such as an `endpoint`. */
export declare const own: <Options extends object>(options: Options) => Options;
export declare const invalid: (option: string, given: unknown, expected: string) => TypeError;
/** For what may be a secret, of which no more is said than its length or its kind. */
export declare const invalidSecret: (option: string, given: unknown, expected: string) => TypeError;
/** What the options say of a destination, beside what it needs them for. */
export type Readiness = Pick<Destination, 'missing' | 'live'>;
/**
 * Compares what a site has configured for a vendor with the form of each option. One that is left out is no mistake here:
 * a site's key may come from an environment variable that is not set everywhere.
 * @throws {TypeError} that names the option, and says what was expected: the form, or the options that there are, and
 * this `warning`.
 */
export declare const checkOptions: (vendor: string, options: object, forms: OptionForms, warning: string) => Readiness;
