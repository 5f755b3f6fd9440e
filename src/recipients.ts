import { type Config, queuesOf } from './config.ts'
import type { Destination } from './core/destination.ts'
import type { FrozenEvent, Identity } from './core/event.ts'
import { createLane } from './delivery/lane.ts'
import type { Tell } from './delivery/lane-events.ts'
import type { World } from './delivery/world.ts'
import { createPerson, placeOf, sharedPlaceOf } from './person.ts'

/**
 * Returns each destination with the person that its account knows and the events that its lane is about to get.
 * @param isLeaving tells whether the page is about to be left.
 */
export const createRecipients = (
  world: World,
  config: Config,
  tellOf: (destination: Destination) => Tell,
  isLeaving: () => boolean,
) => {
  const shared = sharedPlaceOf(config.namespace)
  const firstId = world.newId()
  const queues = queuesOf(config)
  const recipients = config.destinations.map((destination, index) => {
    const queue = queues[index] as string
    const person = createPerson(world.area, placeOf(queue), shared, () => firstId)
    const tell = tellOf(destination)
    const onTold: Tell = (type, detail) => {
      if ('identifier' in detail) person.forget(detail.identifier, detail.value)
      tell(type, detail)
    }
    const lane = createLane(world, destination, { ...config, queue }, onTold)
    return { person, lane, pending: [] as FrozenEvent[] }
  })
  const people = recipients.map(({ person }) => person)

  return {
    lanes: recipients.map(({ lane }) => lane),

    /** Keeps an event in memory until the task ends, once for each account with the person that the account knows. */
    add({ id, json, group }: FrozenEvent): void {
      for (const { person, pending } of recipients) {
        const whole = `${json.slice(0, -1)},"identity":${person.json()}}`
        pending.push({ id, json: whole, group: group || person.json() })
      }
    },

    /** Gives the lanes the events that were added since the last call. */
    async persist(): Promise<void> {
      await Promise.all(recipients.map(({ lane, pending }) => lane.add(pending.splice(0), isLeaving())))
    },

    /** Returns who the visitor is to the first account. */
    identity: (): Identity => (people[0] as (typeof people)[0]).read(),

    /** Sets for each account who the visitor is now. */
    keep(next: (known: Identity) => Identity): void {
      for (const { keep, read } of people) keep(next(read()))
    },

    /** Reads again what another tab has written under this key; under all keys, where it is null. */
    readAgain(changed: string | null): void {
      for (const { place, read } of people) if (changed === null || changed === place) read()
    },
  }
}
