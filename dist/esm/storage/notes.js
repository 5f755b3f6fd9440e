const PREFIX = 'sendoff|';
/**
 * The last moment's store: synchronous, so that it works while a page is being left. Whoever sends next takes
 * the notes into the database.
 */
export const createNotes = (area, name) => {
    const place = `sendoff/${name}`;
    // Where localStorage is refused, this tab at least knows its own.
    let own = '';
    const marked = () => {
        const shared = area.get(place) ?? '';
        return shared > own ? shared : own;
    };
    return {
        /** Returns the place. */
        write(tab, key, json) {
            const place = `${PREFIX}${tab}|${key}`;
            area.set(place, json);
            return place;
        },
        read: () => area.keys().flatMap((place) => {
            const [, tab = '', key = ''] = place.split('|');
            return place.startsWith(PREFIX) && key.startsWith(`${name}/`)
                ? [{ place, tab, key, json: area.get(place) ?? '' }]
                : [];
        }),
        remove: area.remove,
        /**
         * The highest chunk that any tab has ever taken for sending. What a page hands off when it is left lies
         * above it; so nothing is handed off that another tab is sending.
         */
        marked,
        mark(key) {
            if (key <= marked())
                return;
            own = key;
            area.set(place, key);
        },
    };
};
