/**
 * The last moment's store: synchronous, so that it works while a page is being left. Whoever sends next takes
 * the notes into the database.
 */
export const createNotes = (area, prefix) => {
    // Where localStorage is refused, this tab at least knows its own.
    let marked = '';
    const markPlace = `sendoff/${prefix}`;
    const placeOf = (by, key) => `sendoff|${by}|${key}`;
    return {
        remove: (by, key) => area.remove(placeOf(by, key)),
        /** Tells whether it could be written. */
        write(by, key, json) {
            const place = placeOf(by, key);
            area.set(place, json);
            return area.get(place) === json;
        },
        /** Hand-offs last: they take the place of chunks. */
        read: () => area
            .keys()
            .sort()
            .flatMap((place) => {
            const [head, by = '', key = ''] = place.split('|');
            return head === 'sendoff' && key.startsWith(prefix)
                ? [{ place, by, key, json: area.get(place) ?? '' }]
                : [];
        }),
        /**
         * The highest chunk that any tab has ever taken for sending, raised to `key`. What a page hands off when it
         * is left lies above it; so nothing is handed off that another tab is sending.
         */
        mark(key = '') {
            for (const known of [area.get(markPlace) ?? '', key])
                if (known > marked)
                    marked = known;
            if (key)
                area.set(markPlace, marked);
            return marked;
        },
    };
};
