/** The object in `json`; an empty one where a crash, or another program, has left something else. */
export declare const parsed: <Type extends object>(json: string | null | undefined) => Partial<Type>;
