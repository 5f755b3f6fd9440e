import { type Make } from './script-data.ts';
/** The destination that `data-destination` names. */
export declare const anyFrom: Make;
