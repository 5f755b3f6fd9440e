const MAX_OUTCOMES = 1_000;
/** Keeps the outcomes of events, and makes the receipts that tell them. */
export const createReceipts = () => {
    /** The latest outcomes, for receipts whose `settled` is read late. */
    const outcomes = new Map();
    /** The promises of receipts whose `settled` was read before the outcome. */
    const asking = new Map();
    const ask = (id) => {
        let resolve = () => undefined;
        const settled = new Promise((done) => {
            resolve = done;
        });
        asking.set(id, { settled, resolve });
        return settled;
    };
    /** The prototype of all receipts. `settled` makes its promise when it is first read, and keeps it on the receipt. */
    const receipt = {
        get settled() {
            const { id } = this;
            const known = outcomes.get(id);
            const settled = known ? Promise.resolve(known) : (asking.get(id)?.settled ?? ask(id));
            // A page may have frozen the receipt: then the promise is not kept, and each reading makes another.
            Reflect.defineProperty(this, 'settled', { value: settled });
            return settled;
        },
    };
    return {
        remember(id, outcome) {
            // The old outcomes are removed before the new one is added, so that a receipt that is asked right now finds its
            // own.
            if (outcomes.size >= MAX_OUTCOMES)
                outcomes.clear();
            outcomes.set(id, outcome);
            asking.get(id)?.resolve(outcome);
            asking.delete(id);
        },
        receiptOf(id, stored) {
            const its = Object.create(receipt);
            its.id = id;
            its.stored = stored;
            return its;
        },
    };
};
