"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.queuesOf = exports.configOf = void 0;
const options_ts_1 = require("./core/options.js");
const record_key_ts_1 = require("./core/record-key.js");
const DEFAULTS = { destinations: [], maxAgeDays: 7, maxEvents: 100_000, namespace: '', worker: '' };
/** Checks the options and adds the defaults. @throws {TypeError} that names the option that is wrong. */
const configOf = (options) => {
    const config = { ...DEFAULTS, ...options };
    const { destinations, namespace, worker, ...numbers } = config;
    if ((destinations ?? []).length === 0)
        throw (0, options_ts_1.invalid)('destinations', 'empty', 'at least one');
    if (!destinations.every?.((destination) => destination?.encode))
        throw (0, options_ts_1.invalid)('destinations', 'no list of destinations', 'an array of them');
    if (namespace && !record_key_ts_1.NAME.test(namespace))
        throw (0, options_ts_1.invalid)('namespace', namespace, 'letters, digits, ".", "_" and "-"');
    if (worker && !/^\/(?!\/)/.test(worker))
        throw (0, options_ts_1.invalid)('worker', worker, 'a path such as /sendoff-worker.js');
    for (const [option, value] of Object.entries(numbers)) {
        if (!Object.hasOwn(DEFAULTS, option))
            throw (0, options_ts_1.invalid)(option, 'unknown', `one of ${Object.keys(DEFAULTS)}`);
        if (!(Number(value) > 0))
            throw (0, options_ts_1.invalid)(option, value, 'a positive number');
    }
    return config;
};
exports.configOf = configOf;
/**
 * Returns the name of each destination's queue.
 * @throws {TypeError} when a name cannot be part of a key, an account is missing, or two destinations are the same.
 */
const queuesOf = ({ destinations, namespace }) => {
    const queues = destinations.map((destination) => {
        const { name, account } = destination;
        if (!record_key_ts_1.NAME.test(name))
            throw (0, options_ts_1.invalid)('name of a destination', name, 'letters, digits, ".", "_" and "-"');
        if (!account || typeof account !== 'string')
            throw (0, options_ts_1.invalid)(`account of ${name}`, account, 'a text that tells it from other accounts');
        return (0, record_key_ts_1.queueOf)(destination, namespace);
    });
    queues.forEach((queue, index) => {
        if (queues.indexOf(queue) !== index)
            throw (0, options_ts_1.invalid)('destinations', `${queue} twice`, 'each account once');
    });
    return queues;
};
exports.queuesOf = queuesOf;
