import { refusalOf } from "../core/outcome.js";
import { firstIdIn } from "../core/record-key.js";
/**
 * An event that had no answer so often, at last alone, while others had, has none to come: a firewall that stops its
 * words, or an answer that no script may read. Batches of a thousand are narrowed to one event in six tries, and a bad
 * connection does not fail four times more at just this event.
 */
export const MAX_TRIES = 10;
/** The outcomes as they are in view of what is known of earlier attempts. Remembers what was refused of a person. */
export const judge = (state, { events, keys, outcomes }) => {
    const tries = state.tries[firstIdIn(`${keys[0]}`)] ?? 0;
    return outcomes.map((outcome, index) => {
        const { reason, identifier, detail = '' } = outcome;
        if (reason === 'identifier') {
            const value = identifier && events[index]?.identity[identifier];
            // Refused for something that it does not say.
            if (!value)
                return refusalOf(events, detail);
            state.refused[identifier] = value;
        }
        return reason === 'unanswered' && !events[1] && tries >= MAX_TRIES - 1 && !state.silent
            ? { type: 'dropped', reason: 'never-answered', detail }
            : outcome;
    });
};
