"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createContext = exports.CONTEXT_CHARS = void 0;
const clipped_ts_1 = require("./clipped.js");
const redact_url_ts_1 = require("./redact-url.js");
/** Of what an address, a title or a language tag says, in characters; what is longer is cut. */
exports.CONTEXT_CHARS = { url: 2_048, path: 1_024, title: 512, referrer: 2_048, locale: 35 };
/** Of an address that a site's own redaction may have made anything of. */
const pathOf = (url) => /^(?:[a-z][a-z\d+.-]*:\/\/[^/?#]*)?(\/[^?#]*)/i.exec(url)?.[1] ?? '';
/** Where it happened: flat, in snake case, and without what is not known. */
const contextOf = ({ facts, redact, session }, toldOf) => {
    const { url, title, referrer, locale, viewportWidth, viewportHeight } = facts();
    const told = redact(url) ?? '';
    const texts = {
        url: told,
        path: pathOf(told),
        title: toldOf(title),
        referrer: redact(referrer) ?? '',
        locale,
    };
    const { id, campaign } = session(url);
    const context = {};
    for (const [name, chars] of Object.entries(exports.CONTEXT_CHARS)) {
        const text = texts[name];
        if (text)
            context[name] = (0, clipped_ts_1.clipped)(text, chars);
    }
    return {
        ...context,
        viewport_width: viewportWidth,
        viewport_height: viewportHeight,
        session_id: id,
        ...campaign,
    };
};
/** What JSON would make of them, as far as names are concerned; undefined where it would not be an object. */
const ownProperties = (given) => {
    const { toJSON } = Object(given ?? {});
    const own = typeof toJSON === 'function' ? toJSON.call(given, 'properties') : (given ?? {});
    return own && typeof own === 'object' && !Array.isArray(own) ? own : undefined;
};
/** A page has the same title for many events. */
const createTitles = () => {
    let known = { title: '', told: '' };
    return (title) => {
        if (title !== known.title)
            known = { title, told: (0, redact_url_ts_1.redactText)(title) };
        return known.told;
    };
};
/**
 * Puts the context beneath the properties of an event: where the page has said the same itself, the page is right.
 * `identify` stays as it is, for its properties are traits of a person; so does an event whose properties are no
 * object, as it will be refused. Throws what the page's own properties throw when they are read.
 */
const createContext = (dependencies) => {
    const toldOf = createTitles();
    return (event) => {
        const own = event.type === 'track' ? ownProperties(event.properties) : undefined;
        return own ? { ...event, properties: { ...contextOf(dependencies, toldOf), ...own } } : event;
    };
};
exports.createContext = createContext;
