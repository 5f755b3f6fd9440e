import { HAND_OFF_MS } from "../storage/queue.js";
import { bytesOf, KEEPALIVE_BYTES, outcomesOf } from "./transport.js";
/**
 * The way out: when the page is hidden, what this tab knows to be unsent leaves in one request that outlives
 * the page. Everything here is synchronous up to the request: what waited for storage, a lock or a timer would
 * not leave any more.
 */
export const createHandOff = ({ destination, queue, notes, transport, onAnswer }) => {
    /** The chunks of this tab that may have to leave with it, and whether they are durable. */
    const chunks = new Map();
    return {
        add: (chunk) => void chunks.set(chunk, false),
        stored: (chunk) => void chunks.set(chunk, true),
        /** Forgets what is being sent, and what is more than one request can carry: it is safe in the queue. */
        prune() {
            const marked = notes.marked();
            let chars = 0;
            for (const [chunk, durable] of chunks) {
                chars += chunk.json.length;
                if (durable && (chunk.key <= marked || chars > KEEPALIVE_BYTES))
                    chunks.delete(chunk);
            }
        },
        /** Writes down what is not durable yet, and hands off the oldest that is known to be unsent. */
        leave(maySend) {
            for (const [chunk, durable] of chunks)
                if (!durable)
                    queue.note(chunk);
            const marked = notes.marked();
            const spare = transport.spareBytes();
            let picked = maySend ? [...chunks.keys()].filter(({ key }) => key > marked) : [];
            picked = picked.filter(({ group }) => group === picked[0]?.group);
            while (picked.length) {
                const events = picked.flatMap(({ json }) => JSON.parse(json).events);
                const part = destination.encode(events, 'first');
                // All events of a chunk go, or none: what is written down are chunks.
                const fits = part.events.length === events.length && bytesOf(part.request.body) <= spare;
                const key = fits &&
                    queue.handOff(picked.map(({ key }) => key), events);
                if (key)
                    transport
                        .send(part.request, HAND_OFF_MS, true)
                        .then((result) => onAnswer({ key, events, outcomes: outcomesOf(destination, events, result) }));
                if (fits)
                    return;
                picked = picked.slice(0, picked.length >> 1);
            }
        },
    };
};
