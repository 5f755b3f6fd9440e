/**
 * Makes a local area. `area` throws where the page may not have storage (a sandboxed frame, refused cookies), and when
 * it is full.
 */
export const createLocalArea = (area) => {
    const attempt = (work) => {
        try {
            return work(area());
        }
        catch {
            // Every caller has a second place for what it keeps here.
            return;
        }
    };
    return {
        keys: () => attempt(Object.keys) ?? [],
        get: (key) => attempt((storage) => storage.getItem(key)),
        set: (key, value) => attempt((storage) => storage.setItem(key, value)),
        delete: (key) => attempt((storage) => storage.removeItem(key)),
    };
};
