/** Makes the receipt of an event that was dropped. */
export const droppedReceipt = (id, reason) => ({
    id,
    stored: Promise.resolve(),
    settled: Promise.resolve({ type: 'dropped', reason }),
});
const REFUSED = { type: 'dropped', reason: 'consent' };
/** Makes the receipt of an event that the client has; its promises also end when the gate closes. */
export const gatedReceipt = ({ orClosed }, receipt) => ({
    id: receipt.id,
    get stored() {
        return orClosed(receipt.stored, undefined);
    },
    get settled() {
        return orClosed(receipt.settled, REFUSED);
    },
});
/** Makes the receipt of an event that is held; `give` hands it the event's later receipt. */
export const heldReceipt = (id) => {
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
