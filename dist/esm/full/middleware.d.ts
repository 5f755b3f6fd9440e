import type { EventDraft, Middleware } from './event-draft.ts';
/**
 * What the site's middleware makes of an event. When it throws, or returns something else, the event goes on as it
 * was: a mistake in it must not cost events.
 * @param report told of such a mistake.
 */
export declare const applied: (event: EventDraft, before: Middleware | undefined, report: (problem: string) => void) => EventDraft | null;
