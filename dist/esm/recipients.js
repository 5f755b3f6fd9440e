import { queuesOf } from "./config.js";
import { createLane } from "./delivery/lane.js";
import { createPerson, placeOf, sharedPlaceOf } from "./person.js";
/**
 * Each destination, with the person that its account knows and the events that it is about to get.
 * @param isLeaving whether the page is about to go.
 */
export const createRecipients = (world, config, tellOf, isLeaving) => {
    const shared = sharedPlaceOf(config.namespace);
    const firstId = world.newId();
    const queues = queuesOf(config);
    const recipients = config.destinations.map((destination, index) => {
        const queue = queues[index];
        const person = createPerson(world.area, placeOf(queue), shared, () => firstId);
        const tell = tellOf(destination);
        const onTold = (type, detail) => {
            if ('identifier' in detail)
                person.forget(detail.identifier, detail.value);
            tell(type, detail);
        };
        const lane = createLane(world, destination, { ...config, queue }, onTold);
        return { person, lane, pending: [] };
    });
    const people = recipients.map(({ person }) => person);
    return {
        lanes: recipients.map(({ lane }) => lane),
        /** Keeps an event in memory until the task ends, for each account with the person that it knows. */
        add({ id, json, group }) {
            for (const { person, pending } of recipients) {
                const whole = `${json.slice(0, -1)},"identity":${person.json()}}`;
                pending.push({ id, json: whole, group: group || person.json() });
            }
        },
        /** Gives the lanes what was added since. */
        async persist() {
            await Promise.all(recipients.map(({ lane, pending }) => lane.add(pending.splice(0), isLeaving())));
        },
        /** Who the visitor is to the first account. */
        identity: () => people[0].read(),
        /** Says to all accounts who the visitor is now. */
        keep(next) {
            for (const { keep, read } of people)
                keep(next(read()));
        },
        /** Reads again what another tab has written at this place; all places, where it is null. */
        readAgain(changed) {
            for (const { place, read } of people)
                if (changed === null || changed === place)
                    read();
        },
    };
};
