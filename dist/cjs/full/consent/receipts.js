"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.heldReceipt = exports.gatedReceipt = exports.droppedReceipt = void 0;
/** Makes the receipt of an event that was dropped. */
const droppedReceipt = (id, reason) => ({
    id,
    stored: Promise.resolve(),
    settled: Promise.resolve({ type: 'dropped', reason }),
});
exports.droppedReceipt = droppedReceipt;
const REFUSED = { type: 'dropped', reason: 'consent' };
/** Makes the receipt of an event that the client has; its promises also end when the gate closes. */
const gatedReceipt = ({ orClosed }, receipt) => ({
    id: receipt.id,
    get stored() {
        return orClosed(receipt.stored, undefined);
    },
    get settled() {
        return orClosed(receipt.settled, REFUSED);
    },
});
exports.gatedReceipt = gatedReceipt;
/** Makes the receipt of an event that is held; `give` hands it the event's later receipt. */
const heldReceipt = (id) => {
    let give = () => undefined;
    const given = new Promise((resolve) => {
        give = resolve;
    });
    const receipt = {
        id,
        get stored() {
            return given.then(({ stored }) => stored);
        },
        get settled() {
            return given.then(({ settled }) => settled);
        },
    };
    return { receipt, give };
};
exports.heldReceipt = heldReceipt;
