/** An action of the relay, for metrics. It has no personal data. */
export type Observation = {
    readonly type: 'request';
    readonly status: number;
}
/** An event's outcome: `delivered`, or the reason why it was not. */
 | {
    readonly type: 'event';
    readonly vendor: string;
    readonly outcome: string;
} | {
    readonly type: 'call';
    readonly vendor: string;
    readonly status: number | 'unanswered' | 'waiting';
};
export type Observe = (observation: Observation) => void;
