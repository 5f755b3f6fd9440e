import type { FrozenEvent, TrackedEvent } from './event.ts'

export interface FreezeOptions {
  readonly id: string
  readonly type: TrackedEvent['type']
  readonly time: number
  /** JSON, made once for all events of the same person. */
  readonly identity: string
}

/**
 * The event as the page has given it, as JSON, so that later changes by the page do not reach it.
 * @throws whatever the page's getters throw, and a TypeError that says which argument is wrong.
 */
export const freeze = (
  name: unknown,
  properties: unknown,
  uniqueId: unknown,
  { id, type, time, identity }: FreezeOptions,
): FrozenEvent => {
  if (typeof name !== 'string' || !name) throw new TypeError('the name of an event must be a string that is not empty')
  const json = JSON.stringify(properties ?? {})
  if (json?.[0] !== '{') throw new TypeError('the properties of an event must be an object')
  const own = uniqueId === undefined ? '' : `,"uniqueId":${JSON.stringify(`${uniqueId}`)}`
  return {
    id,
    json: `{"id":"${id}","type":"${type}","name":${JSON.stringify(name)},"time":${time}${own},"properties":${json},"identity":${identity}}`,
  }
}
