import { loadedUrl } from "../context/page-facts.js";
const readable = (read) => {
    try {
        return read() ?? '';
    }
    catch {
        // A sandboxed frame has neither cookies nor storage: nobody has left anything there.
        return '';
    }
};
/** The traces that vendors may have left in this page. */
export const pageTraces = () => ({
    cookie: readable(() => document.cookie),
    // A router may have cleaned the address since.
    parameter: (name) => new URLSearchParams(`${location.search}&${loadedUrl().split(/[?#]/)[1] ?? ''}`).get(name) ?? undefined,
    stored: (name) => readable(() => localStorage.getItem(name)) || readable(() => sessionStorage.getItem(name)),
});
