"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createReceipts = void 0;
const OUTCOMES_KEPT = 1_000;
/** The outcomes of events, for their receipts. */
const createReceipts = () => {
    /** Some of the last outcomes, for receipts that are asked late. */
    const outcomes = new Map();
    /** Of receipts that were asked early. */
    const asking = new Map();
    const ask = (id) => {
        let resolve = () => undefined;
        const settled = new Promise((done) => {
            resolve = done;
        });
        asking.set(id, { settled, resolve });
        return settled;
    };
    /** What all receipts share: a promise is made only when somebody asks, and is then the receipt's own. */
    const receipt = {
        get settled() {
            const { id } = this;
            const known = outcomes.get(id);
            const settled = known ? Promise.resolve(known) : (asking.get(id)?.settled ?? ask(id));
            // Where the page has frozen it, it is asked again each time.
            Reflect.defineProperty(this, 'settled', { value: settled });
            return settled;
        },
    };
    return {
        remember(id, outcome) {
            // First: a receipt that is asked right now must find its own.
            if (outcomes.size >= OUTCOMES_KEPT)
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
exports.createReceipts = createReceipts;
