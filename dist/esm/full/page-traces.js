import { loadedUrl } from "./page-facts.js";
const readable = (read) => {
    try {
        return read() ?? '';
    }
    catch {
        // A sandboxed frame has neither cookies nor storage: nobody has left anything there.
        return '';
    }
};
/** What vendors may have left in this page. */
export const pageTraces = () => ({
    cookie: readable(() => document.cookie),
    // A router may have cleaned the address since.
    search: `${location.search}&${loadedUrl().split(/[?#]/)[1] ?? ''}`,
    session: readable(() => sessionStorage.getItem('_kx')),
});
