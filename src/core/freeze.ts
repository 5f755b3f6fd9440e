import type { FrozenEvent, TrackedEvent } from './event.ts'

export interface FreezeOptions {
  readonly id: string
  readonly type: TrackedEvent['type']
  /** JSON, made once for all events of the same person. */
  readonly identity: string
}

/**
 * The event as the page has given it, as JSON: what the page changes later does not reach it.
 * @throws whatever the page's getters throw, and a TypeError that says which argument is wrong.
 */
export const freeze = (
  name: unknown,
  properties: unknown,
  time: number,
  uniqueId: unknown,
  { id, type, identity }: FreezeOptions,
): FrozenEvent => {
  const json = JSON.stringify(properties ?? {})
  if (typeof name !== 'string' || !name) throw new TypeError('name must be a non-empty string')
  if (json?.[0] !== '{') throw new TypeError('properties must be an object')
  if (!Number.isFinite(time)) throw new TypeError('time must be a date or milliseconds')
  const unique = uniqueId === undefined ? '' : `,"uniqueId":${JSON.stringify(`${uniqueId}`)}`
  return {
    id,
    json: `{"id":"${id}","type":"${type}","name":${JSON.stringify(name)},"time":${time}${unique},"properties":${json},"identity":${identity}}`,
    group: type === 'track' && !unique ? identity : id,
  }
}
