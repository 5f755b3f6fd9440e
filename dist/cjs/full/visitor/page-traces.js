"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.pageTraces = void 0;
const page_facts_ts_1 = require("../context/page-facts.js");
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
const pageTraces = () => ({
    cookie: readable(() => document.cookie),
    // A router may have cleaned the address since.
    parameter: (name) => new URLSearchParams(`${location.search}&${(0, page_facts_ts_1.loadedUrl)().split(/[?#]/)[1] ?? ''}`).get(name) ?? undefined,
    stored: (name) => readable(() => localStorage.getItem(name)) || readable(() => sessionStorage.getItem(name)),
});
exports.pageTraces = pageTraces;
