import type { Data } from './script-data.ts';
/**
 * What the site has configured: the attributes of the script that runs; where that has none of ours, as a bundle or a
 * module has none, those of a script tag of the page that is sendoff's; else `window.sendoffOptions`. What is not ours
 * is left out, and what looks like ours, misspelt, is told. Undefined when there is nothing.
 *
 * An element is believed only as a script, and the global only as a script's own: `<a id="sendoffOptions">` is none.
 * @param vendors the names of attributes that the script's vendors have, with blanks between.
 */
export declare const scriptConfig: (vendors: string) => Data | undefined;
