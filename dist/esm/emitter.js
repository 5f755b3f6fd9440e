/** Keeps listeners by type. A listener that throws harms neither the tracker nor the other listeners. */
export const createEmitter = () => {
    const listeners = new Set();
    return {
        /** Adds a listener, and returns the function that removes it. */
        on(type, listener) {
            const entry = [type, listener];
            listeners.add(entry);
            return () => listeners.delete(entry);
        },
        emit(type, detail) {
            for (const [its, listener] of listeners)
                try {
                    if (its === type)
                        listener(detail);
                }
                catch (error) {
                    console.warn('sendoff:', error);
                }
        },
    };
};
