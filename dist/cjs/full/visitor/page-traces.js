"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.pageTraces = void 0;
const page_facts_ts_1 = require("../context/page-facts.js");
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
const pageTraces = () => ({
    cookie: readable(() => document.cookie),
    // The loaded address is read, too: a router may have cleaned the present one.
    parameter: (name) => new URLSearchParams(`${location.search}&${(0, page_facts_ts_1.loadedUrl)().split(/[?#]/)[1] ?? ''}`).get(name) ?? undefined,
    stored: (name) => readable(() => localStorage.getItem(name)) || readable(() => sessionStorage.getItem(name)),
});
exports.pageTraces = pageTraces;
