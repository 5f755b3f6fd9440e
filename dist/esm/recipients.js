import { queuesOf } from "./config.js";
import { createPerson, placeOf, sharedPlaceOf } from "./person.js";
/** Each destination, with the person that its account knows and the events that its sender is about to get. */
export const createRecipients = ({ area, newId }, config) => {
    const shared = sharedPlaceOf(config.namespace);
    const firstId = newId();
    const queues = queuesOf(config);
    const recipients = config.destinations.map((destination, index) => {
        const queue = queues[index];
        const person = createPerson(area, placeOf(queue), shared, () => firstId);
        return { destination, queue, person, pending: [] };
    });
    const people = recipients.map(({ person }) => person);
    return {
        recipients,
        /** Keeps an event in memory until the task ends, once for each account with the person that the account knows. */
        add({ id, json, group }) {
            for (const { person, pending } of recipients) {
                const whole = `${json.slice(0, -1)},"identity":${person.json()}}`;
                pending.push({ id, json: whole, group: group || person.json() });
            }
        },
        /** Who the visitor is to the first account. */
        identity: () => people[0].read(),
        /** Sets for each account who the visitor is now. */
        keep(next) {
            for (const { keep, read } of people)
                keep(next(read()));
        },
        /** Reads again what another tab has written under this key; under all keys, where it is null. */
        readAgain(changed) {
            for (const { place, read } of people)
                if (changed === null || changed === place)
                    read();
        },
    };
};
