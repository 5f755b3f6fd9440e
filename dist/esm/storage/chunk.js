const MAX_EVENTS = 20;
/** Keys sort by the first id and tell the number of events: a queue is counted by its keys. */
export const keyOf = (prefix, events) => `${prefix + events[0]?.id}/${events.length}`;
export const countIn = (key) => Number(key.split('/')[4]) || 0;
export const cutIntoChunks = (prefix, events) => {
    const chunks = [];
    let open = [];
    for (const event of events) {
        if (open[0]?.group !== event.group || open.length === MAX_EVENTS) {
            open = [];
            chunks.push(open);
        }
        open.push(event);
    }
    return chunks.map((chunk) => ({
        key: keyOf(prefix, chunk),
        json: `[${chunk.map(({ json }) => json)}]`,
        group: chunk[0]?.group ?? '',
    }));
};
