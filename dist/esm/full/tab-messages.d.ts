/** What tabs of one origin tell each other. */
export type TabMessage = 'granted' | 'denied' | 'erased';
/** Speaks to the other tabs of this origin, and hears them. Nothing is stored. `signal` ends the hearing. */
export declare const createTabMessages: (hear: (message: TabMessage) => void, signal?: AbortSignal) => ((message: TabMessage) => void);
