/** Of an event that goes no further. */
export const droppedReceipt = (id, reason) => ({
    id,
    stored: Promise.resolve(),
    settled: Promise.resolve({ type: 'dropped', reason }),
});
const REFUSED = { type: 'dropped', reason: 'consent' };
/** Of an event that the client has: when the gate closes, its promises end, too. */
export const gatedReceipt = ({ orClosed }, receipt) => ({
    id: receipt.id,
    get stored() {
        return orClosed(receipt.stored, undefined);
    },
    get settled() {
        return orClosed(receipt.settled, REFUSED);
    },
});
/** Of an event that is held: `give` says what has become of it. */
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
