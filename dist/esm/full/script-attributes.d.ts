import type { FullOptions } from './full-options.ts';
/** What the script tag says, as options: its values are all texts. What is neither on nor off is refused later. */
export declare const fromAttributes: (options: FullOptions) => FullOptions;
