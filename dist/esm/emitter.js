/** Listeners by type. One that throws harms neither the tracker nor the other listeners. */
export const createEmitter = () => {
    const target = new EventTarget();
    return {
        /** Returns the way to stop listening. */
        on(type, listener) {
            const listen = (event) => listener(event.detail);
            target.addEventListener(type, listen);
            return () => target.removeEventListener(type, listen);
        },
        emit(type, detail) {
            target.dispatchEvent(new CustomEvent(type, { detail }));
        },
    };
};
