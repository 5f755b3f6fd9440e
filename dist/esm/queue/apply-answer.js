import { isUnanswered } from "../core/outcome.js";
import { unansweredKeyOf } from "../core/record-key.js";
import { judge } from "./judge.js";
import { settle } from "./settle.js";
import { learn, postpone } from "./shared-state.js";
/**
 * Makes what ends an attempt, in a transaction of its own or in one that takes a note in: it judges the answer, learns from
 * it, and settles its events.
 */
export const createApplyAnswer = ({ now, random }, { limits }, queue) => async (t, state, answer) => {
    // Its lease, or for a hand-off the time until which it is awaited, tells whether an attempt is still the last one.
    let isOvertaken = state.until < answer.lease;
    if (state.lease === answer.lease) {
        state.sending = [];
        state.lease = 0;
        isOvertaken = false;
    }
    const outcomes = judge(state, answer);
    const isSilent = isUnanswered(outcomes);
    const isRepeat = answer.keys[0] === unansweredKeyOf(`${answer.keys[0]}`);
    const moment = { now: now(), random: random() };
    if (isRepeat && isSilent)
        postpone(state, moment);
    else
        learn(state, outcomes, limits, moment);
    // Not at once: what lies beside the one that was answered may be what is not.
    if (isRepeat && !isSilent)
        state.repeats = Math.max(0, state.repeats - 2);
    const isThere = await settle(t, state, { ...answer, outcomes, repeated: isOvertaken }, queue);
    state.silent = isSilent;
    return { isThere, outcomes };
};
