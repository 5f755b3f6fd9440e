import { type TrackDeclared } from './declared-event.ts';
/**
 * Tracks what elements declare with `data-track` and `data-track-…`: a click on the element or anything in it, be it by
 * mouse, finger or keyboard, and a form's `submit`. Of nested elements the innermost counts. One listener for each of
 * the two, on the document, before the page's own: these cannot hide what has happened. Returns the way to stop.
 */
export declare const onDeclared: (track: TrackDeclared, document?: Document) => (() => void);
