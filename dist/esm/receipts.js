const KEPT = 1_000;
/** Keeps account of what became of events, for whoever asks. */
export const createReceipts = () => {
    const outcomes = new Map();
    const asked = new Map();
    return {
        make: (id, stored) => ({
            id,
            stored,
            get settled() {
                return new Promise((resolve) => {
                    const outcome = outcomes.get(id);
                    const others = asked.get(id);
                    if (outcome)
                        resolve(outcome);
                    else
                        asked.set(id, (later) => {
                            others?.(later);
                            resolve(later);
                        });
                });
            },
        }),
        settle(id, outcome) {
            asked.get(id)?.(outcome);
            asked.delete(id);
            outcomes.set(id, outcome);
            const [oldest] = outcomes.keys();
            if (oldest && outcomes.size > KEPT)
                outcomes.delete(oldest);
        },
    };
};
