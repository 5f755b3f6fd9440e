/** How an option must look, as text, and how to say so. */
export type OptionForm = readonly [form: RegExp, expected: string];
/** A vendor's own origin, or a path of the site that leads to it. */
export declare const ENDPOINT: OptionForm;
/**
 * Compares what a site has configured with the form of each option.
 * @throws {TypeError} that names the option and what was expected. What was given may be a secret: only its kind is told.
 */
export declare const checkOptions: (options: Readonly<Record<string, unknown>>, forms: Readonly<Record<string, OptionForm>>) => void;
