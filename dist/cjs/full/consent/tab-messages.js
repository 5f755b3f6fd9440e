"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createTabMessages = void 0;
/** Where there is no BroadcastChannel, or it is refused, localStorage carries the message, for an instant. */
const PLACE = 'sendoff-tell';
const MESSAGES = ['granted', 'denied', 'erased'];
/** Speaks to the other tabs of this origin, and hears them. Nothing is stored. `signal` ends the hearing. */
const createTabMessages = (hear, signal) => {
    const heard = (message) => {
        if (!signal?.aborted && MESSAGES.includes(message))
            hear(message);
    };
    try {
        const channel = new BroadcastChannel('sendoff');
        channel.onmessage = ({ data }) => heard(data);
        return (message) => channel.postMessage(message);
    }
    catch {
        addEventListener('storage', ({ key, newValue }) => {
            if (key === PLACE)
                heard(newValue);
        });
    }
    return (message) => {
        try {
            localStorage.setItem(PLACE, message);
            localStorage.removeItem(PLACE);
        }
        catch {
            // No localStorage, or a full one: the other tabs hear of an erasure when their database goes.
        }
    };
};
exports.createTabMessages = createTabMessages;
