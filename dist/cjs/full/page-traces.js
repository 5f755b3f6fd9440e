"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.pageTraces = void 0;
const page_facts_ts_1 = require("./page-facts.js");
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
const pageTraces = () => ({
    cookie: readable(() => document.cookie),
    // A router may have cleaned the address since.
    search: `${location.search}&${(0, page_facts_ts_1.loadedUrl)().split(/[?#]/)[1] ?? ''}`,
    session: readable(() => sessionStorage.getItem('_kx')),
});
exports.pageTraces = pageTraces;
