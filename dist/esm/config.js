import { invalid } from "./core/options.js";
import { NAME, queueOf } from "./core/record-key.js";
const DEFAULTS = { destinations: [], maxAgeDays: 7, maxEvents: 100_000, namespace: '', worker: '' };
/** Checks the options and adds the defaults. @throws {TypeError} that names the option that is wrong. */
export const configOf = (options) => {
    const config = { ...DEFAULTS, ...options };
    const { destinations, namespace, worker, ...numbers } = config;
    if ((destinations ?? []).length === 0)
        throw invalid('destinations', 'empty', 'at least one');
    if (!destinations.every?.((destination) => destination?.encode))
        throw invalid('destinations', 'no list of destinations', 'an array of them');
    if (namespace && !NAME.test(namespace))
        throw invalid('namespace', namespace, 'letters, digits, ".", "_" and "-"');
    if (worker && !/^\/(?!\/)/.test(worker))
        throw invalid('worker', worker, 'a path such as /sendoff-worker.js');
    for (const [option, value] of Object.entries(numbers)) {
        if (!Object.hasOwn(DEFAULTS, option))
            throw invalid(option, 'unknown', `one of ${Object.keys(DEFAULTS)}`);
        if (!(Number(value) > 0))
            throw invalid(option, value, 'a positive number');
    }
    return config;
};
/**
 * Returns the name of each destination's queue.
 * @throws {TypeError} when a name cannot be part of a key, an account is missing, or two destinations are the same.
 */
export const queuesOf = ({ destinations, namespace }) => {
    const queues = destinations.map((destination) => {
        const { name, account } = destination;
        if (!NAME.test(name))
            throw invalid('name of a destination', name, 'letters, digits, ".", "_" and "-"');
        if (!account || typeof account !== 'string')
            throw invalid(`account of ${name}`, account, 'a text that tells it from other accounts');
        return queueOf(destination, namespace);
    });
    queues.forEach((queue, index) => {
        if (queues.indexOf(queue) !== index)
            throw invalid('destinations', `${queue} twice`, 'each account once');
    });
    return queues;
};
