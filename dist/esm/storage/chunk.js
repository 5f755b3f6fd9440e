const MAX_CHARS = 16_000;
/** Keys sort by the first id and tell the number of events and of those tried: a queue is counted by its keys. */
export const keyOf = (prefix, firstId, events, tried) => `${prefix}${firstId}/${events}/${tried}`;
export const countsOf = (key) => key.split('/').slice(3).map(Number);
export const cutIntoChunks = (prefix, events) => {
    const chunks = [];
    let open = [];
    let chars = 0;
    events.forEach((event, index) => {
        const { json, group } = event;
        const next = events[index + 1];
        open.push(event);
        chars += json.length;
        if (next?.group === group && chars + next.json.length < MAX_CHARS)
            return;
        chunks.push({
            key: keyOf(prefix, (open[0] ?? event).id, open.length, 0),
            json: `{"events":[${open.map((event) => event.json)}]}`,
            group,
        });
        open = [];
        chars = 0;
    });
    return chunks;
};
