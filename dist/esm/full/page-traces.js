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
    search: location.search,
    session: readable(() => sessionStorage.getItem('_kx')),
});
