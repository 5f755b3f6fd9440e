import type { TrackDeclared } from './declared-event.ts';
import type { Redact } from './redaction.ts';
/** Of a link's address, in characters. */
export declare const MAX_HREF_CHARS = 2048;
/**
 * Tracks `Clicked Link` with `href` for each click on a link to another host, in this tab or a new one. It looks on and
 * does not touch the navigation: the event's record is written while the page is being left. Returns the way to stop.
 */
export declare const onOutboundLinks: (track: TrackDeclared, redact: Redact, document?: Document) => (() => void);
