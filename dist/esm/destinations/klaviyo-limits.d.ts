/** No half of an emoji, as cutting leaves it: that is no text in UTF-8. */
export declare const textWithin: (told: Set<string>, limit: number, text: string) => string;
/** What the vendor takes of a value. */
export declare const withinLimits: (told: Set<string>, value: unknown, levels?: number) => unknown;
