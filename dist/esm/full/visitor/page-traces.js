import { loadedUrl } from "../context/page-facts.js";
const readable = (read) => {
    try {
        return read() ?? '';
    }
    catch {
        // A sandboxed frame has neither cookies nor storage, so no vendor has left anything there.
        return '';
    }
};
/** Reads the traces that vendors may have left in this page. */
export const pageTraces = () => ({
    cookie: readable(() => document.cookie),
    // The loaded address is read, too: a router may have cleaned the present one.
    parameter: (name) => new URLSearchParams(`${location.search}&${loadedUrl().split(/[?#]/)[1] ?? ''}`).get(name) ?? undefined,
    stored: (name) => readable(() => localStorage.getItem(name)) || readable(() => sessionStorage.getItem(name)),
});
