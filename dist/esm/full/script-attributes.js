/** Attributes that are switches: on without a value, off with one of these. */
const SWITCHES = ['gpc', 'context', 'pageviews', 'declarative', 'outbound'];
const OFF = ['false', 'off', 'ignore'];
const ON = ['', 'true', 'on'];
/** What the script tag says, as options: its values are all texts. What is neither on nor off is refused later. */
export const fromAttributes = (options) => {
    const read = ([name, given]) => {
        // Several, between spaces or commas.
        if (name === 'clickIds')
            return [name, `${given}`.split(/[\s,]+/).filter(Boolean)];
        if (!SWITCHES.includes(name))
            return [name, given];
        return [name, ON.includes(given) || (OFF.includes(given) ? false : given)];
    };
    return { ...options, ...Object.fromEntries(Object.entries(options).map(read)) };
};
