/** An action of the relay, for metrics. Holds no personal data. */
export type Observation = {
    readonly type: 'request';
    readonly status: number;
}
/** What became of an event: `delivered`, or the reason why not. */
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
