/** What a text or a number says, without white space around it; '' for everything else, and for what is too long. */
export declare const textOf: (given: unknown) => string;
/** A text or a number as the id that it is; '' where it is none. */
export declare const idOf: (given: unknown) => string;
