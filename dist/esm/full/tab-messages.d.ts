/** What tabs of one origin tell each other. */
export type TabMessage = 'granted' | 'denied' | 'erased';
/** Speaks to the other tabs of this origin, and hears them. Nothing is stored. */
export declare const createTabMessages: (hear: (message: TabMessage) => void) => ((message: TabMessage) => void);
