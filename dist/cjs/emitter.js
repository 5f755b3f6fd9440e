"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createEmitter = void 0;
/** Listeners by type. One that throws harms neither the tracker nor the other listeners. */
const createEmitter = () => {
    const listeners = new Set();
    return {
        /** Returns the way to stop listening. */
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
exports.createEmitter = createEmitter;
