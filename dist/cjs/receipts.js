"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createReceipts = void 0;
const OUTCOMES_KEPT = 1_000;
/** The outcomes of events, for their receipts. */
const createReceipts = () => {
    /** Some of the last outcomes, for receipts that are asked late. */
    const outcomes = new Map();
    /** Receipts that were asked early. */
    const asking = new Map();
    /** What all receipts share: a promise is made only when somebody asks, and is then the receipt's own. */
    const receipt = {
        get settled() {
            const { id } = this;
            const settled = new Promise((resolve) => {
                const known = outcomes.get(id);
                if (known)
                    resolve(known);
                else
                    asking.set(id, resolve);
            });
            Object.defineProperty(this, 'settled', { value: settled });
            return settled;
        },
    };
    return {
        remember(id, outcome) {
            // First: a receipt that is asked right now must find its own.
            if (outcomes.size >= OUTCOMES_KEPT)
                outcomes.clear();
            outcomes.set(id, outcome);
            asking.get(id)?.(outcome);
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
