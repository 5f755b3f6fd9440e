/** The object in `json`; an empty one where a crash, or another program, has left something else. */
export declare const parsed: <Type extends object>(json: string | null | undefined) => Partial<Type>;
/** `value` as JSON. The visit to every part is made on such pages alone: it costs three times the time. */
export declare const jsonOf: (value: unknown) => string;
