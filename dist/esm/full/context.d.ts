import type { PageFacts } from './page-facts.ts';
import type { Redact } from './redaction.ts';
import type { Session } from './session.ts';
/** Of what an address, a title or a language tag says, in characters; what is longer is cut. */
export declare const CONTEXT_CHARS: {
    readonly url: 2048;
    readonly path: 1024;
    readonly title: 512;
    readonly referrer: 2048;
    readonly locale: 35;
};
/** An event as the page has tracked it, on its way to the queue. */
export interface ContextEvent {
    readonly type: string;
    readonly properties?: unknown;
}
interface Dependencies {
    readonly facts: () => PageFacts;
    /** Says what may be told of an address. */
    readonly redact: Redact;
    /** The session of an event at this address. */
    readonly session: (url: string) => Session;
}
/**
 * Puts the context beneath the properties of an event: where the page has said the same itself, the page is right.
 * `identify` stays as it is, for its properties are traits of a person; so does an event whose properties are no
 * object, as it will be refused. Throws what the page's own properties throw when they are read.
 */
export declare const createContext: (dependencies: Dependencies) => <Event extends ContextEvent>(event: Event) => Event;
export {};
