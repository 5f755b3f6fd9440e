/** An e-mail address in lower case; '' where it is certainly none. */
export declare const emailOf: (given: unknown) => string;
/** A phone number in E.164; '' where it is certainly none. A zero in brackets, `+49 (0) 170 …`, is not dialled. */
export declare const phoneOf: (given: unknown) => string;
