import { type Outcome } from '../core/outcome.ts';
import type { LaneState } from '../core/state.ts';
import type { Answer } from './attempt.ts';
/**
 * An event that had no answer so often, at last alone, while others had, has none to come: a firewall that stops its
 * words, or an answer that no script may read. Batches of a thousand are narrowed to one event in six tries, and a bad
 * connection does not fail four times more at just this event.
 */
export declare const MOST_TRIES = 10;
/** Whether nobody has said anything about these events. */
export declare const isUnanswered: (outcomes: readonly Outcome[]) => boolean;
/** The outcomes as they are in view of what is known of earlier attempts. Remembers what was refused of a person. */
export declare const judge: (state: LaneState, { events, keys, outcomes }: Answer) => readonly Outcome[];
