import { type Make } from './script-data.ts';
/** The attributes of all vendors. */
export declare const ANY_NAMES = "project unanswered relay url writeKey";
/** The destination that `data-destination` names. */
export declare const anyFrom: Make;
