/** Listeners by type. A listener that throws harms neither the tracker nor the other listeners. */
export const createEmitter = () => {
    const listeners = new Map();
    return {
        /** Returns the way to stop listening. */
        on(type, listener) {
            const known = listeners.get(type) ?? new Set();
            listeners.set(type, known.add(listener));
            return () => known.delete(listener);
        },
        /** Tells whether anyone listened. */
        emit(type, detail) {
            const known = listeners.get(type);
            for (const listener of known ?? [])
                try {
                    listener(detail);
                }
                catch (error) {
                    console.error(error);
                }
            return !!known?.size;
        },
    };
};
