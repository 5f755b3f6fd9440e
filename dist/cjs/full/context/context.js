"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createContext = exports.CONTEXT_CHARS = void 0;
const clipped_ts_1 = require("./clipped.js");
const redact_url_ts_1 = require("./redact-url.js");
/** The longest address, path, title and language tag, in characters; longer ones are cut. */
exports.CONTEXT_CHARS = { url: 2_048, path: 1_024, title: 512, referrer: 2_048, locale: 35 };
/** Returns the path of an address, which the site's own redaction may have changed into any text. */
const pathOf = (url) => /^(?:[a-z][a-z\d+.-]*:\/\/[^/?#]*)?(\/[^?#]*)/i.exec(url)?.[1] ?? '';
/** Returns the context of an event: flat, in snake case, and without unknown values. */
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
/** Returns the properties under the names that JSON would keep; undefined where JSON would make no object. */
const ownProperties = (given) => {
    const { toJSON } = Object(given ?? {});
    const own = typeof toJSON === 'function' ? toJSON.call(given, 'properties') : (given ?? {});
    return own && typeof own === 'object' && !Array.isArray(own) ? own : undefined;
};
/** Redacts titles; it keeps the last one, because a page has the same title for many events. */
const createTitles = () => {
    let known = { title: '', told: '' };
    return (title) => {
        if (title !== known.title)
            known = { title, told: (0, redact_url_ts_1.redactText)(title) };
        return known.told;
    };
};
/**
 * Puts the context beneath the properties of an event: a property that the page itself has given stays. An `identify`
 * stays as it is, because its properties are traits of a person; so does an event whose properties are no object,
 * because it will be refused. The function throws what the page's own properties throw when they are read.
 */
const createContext = (dependencies) => {
    const toldOf = createTitles();
    return (event) => {
        const own = event.type === 'track' ? ownProperties(event.properties) : undefined;
        return own ? { ...event, properties: { ...contextOf(dependencies, toldOf), ...own } } : event;
    };
};
exports.createContext = createContext;
