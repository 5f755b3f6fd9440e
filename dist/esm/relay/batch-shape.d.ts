/** What is wrong with the events of a batch, by its place; nothing when they are events as sendoff sends them. */
export declare const shapeProblem: (events: unknown) => string | undefined;
