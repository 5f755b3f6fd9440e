/** The range of a `Date` (ECMAScript, section 21.4.1.1), in milliseconds either side of 1970. */
export const LAST_DATE = 8.64e15;
