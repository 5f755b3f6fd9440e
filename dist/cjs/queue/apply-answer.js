"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createApplyAnswer = void 0;
const outcome_ts_1 = require("../core/outcome.js");
const record_key_ts_1 = require("../core/record-key.js");
const judge_ts_1 = require("./judge.js");
const settle_ts_1 = require("./settle.js");
const shared_state_ts_1 = require("./shared-state.js");
/**
 * Makes what ends an attempt, in a transaction of its own or in one that takes a note in: it judges the answer, learns from
 * it, and settles its events.
 */
const createApplyAnswer = ({ now, random }, { limits }, queue) => async (t, state, answer) => {
    // Its lease, or for a hand-off the time until which it is awaited, tells whether an attempt is still the last one.
    let isOvertaken = state.until < answer.lease;
    if (state.lease === answer.lease) {
        state.sending = [];
        state.lease = 0;
        isOvertaken = false;
    }
    const outcomes = (0, judge_ts_1.judge)(state, answer);
    const isSilent = (0, outcome_ts_1.isUnanswered)(outcomes);
    const isRepeat = answer.keys[0] === (0, record_key_ts_1.unansweredKeyOf)(`${answer.keys[0]}`);
    const moment = { now: now(), random: random() };
    if (isRepeat && isSilent)
        (0, shared_state_ts_1.postpone)(state, moment);
    else
        (0, shared_state_ts_1.learn)(state, outcomes, limits, moment);
    // Not at once: what lies beside the one that was answered may be what is not.
    if (isRepeat && !isSilent)
        state.repeats = Math.max(0, state.repeats - 2);
    const isThere = await (0, settle_ts_1.settle)(t, state, { ...answer, outcomes, repeated: isOvertaken }, queue);
    state.silent = isSilent;
    return { isThere, outcomes };
};
exports.createApplyAnswer = createApplyAnswer;
