"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.heldReceipt = exports.gatedReceipt = exports.droppedReceipt = void 0;
/** Of an event that goes no further. */
const droppedReceipt = (id, reason) => ({
    id,
    stored: Promise.resolve(),
    settled: Promise.resolve({ type: 'dropped', reason }),
});
exports.droppedReceipt = droppedReceipt;
const REFUSED = { type: 'dropped', reason: 'consent' };
/** Of an event that the client has: when the gate closes, its promises end, too. */
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
/** Of an event that is held: `give` says what has become of it. */
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
