/** Removes what is sendoff's from localStorage and sessionStorage. */
export declare const eraseAreas: () => void;
