/** The names that are ours on a script's tag. @param vendors those that its vendors have besides, with blanks between. */
export declare const attributeNames: (vendors: string) => readonly string[];
/** The name of ours that somebody who wrote this one probably meant. */
export declare const meantBy: (given: string, names: readonly string[]) => string | undefined;
/** As it is written in a page: `data-max-events` for `maxEvents`. */
export declare const attributeOf: (name: string) => string;
