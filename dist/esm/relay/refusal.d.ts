/** Why the relay turns a request away before any vendor hears of it. The names are part of the answer. */
declare const STATUS: {
    readonly 'wrong-method': 405;
    readonly 'wrong-origin': 403;
    readonly 'wrong-type': 415;
    readonly 'too-large': 413;
    readonly 'not-json': 400;
    readonly 'wrong-write-key': 401;
    readonly 'too-many-events': 413;
    readonly 'wrong-shape': 400;
    readonly 'unknown-destination': 404;
};
export type RefusalCode = keyof typeof STATUS;
export interface Refusal {
    readonly type: 'refused';
    readonly status: number;
    readonly code: RefusalCode;
    /** For whoever set the relay up. Quotes nothing of the request but names of fields. */
    readonly message: string;
}
export declare const refusal: (code: RefusalCode, message: string) => Refusal;
export {};
