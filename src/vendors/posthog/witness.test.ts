import { PostHog } from 'posthog-node'
import { expect, test } from 'vitest'
import { NOON } from '../../../test/events.ts'
import { startEar } from '../../../test/witness/heard.ts'
import { EMAIL, PROPERTIES, parse, SAID, TRAITS, USER, VISITOR, without } from '../../../test/witness/said.ts'
import { posthog } from './destination.ts'
import { PROJECT_KEY } from './emulator/emulator.ts'

test('says what PostHog’s own library says', async () => {
  const ear = await startEar({ status: 1 })
  const library = new PostHog(PROJECT_KEY, { host: `http://${ear.host}`, flushAt: 10 })
  const timestamp = new Date(NOON)
  library.capture({ distinctId: VISITOR, event: 'Placed Order', properties: PROPERTIES, timestamp })
  library.capture({ distinctId: USER, event: 'Placed Order', properties: PROPERTIES, timestamp })
  library.capture({
    distinctId: USER,
    event: '$identify',
    properties: { $anon_distinct_id: VISITOR, $set: { ...TRAITS, email: EMAIL } },
    timestamp,
  })
  await library.shutdown()
  await ear.close()

  // The server's library says that it is one, and never tells whether a person has a profile, nor the device.
  const names = ['uuid', 'sent_at', '$lib', '$lib_version', '$is_server', '$geoip_disable']
  const ours = ['$process_person_profile', '$device_id']
  const [theirs] = ear.heard
  const { body, url } = posthog({ key: PROJECT_KEY }).encode(SAID, 'first', NOON)
  expect(without([...names, ...ours], parse(body))).toEqual(without(names, parse(theirs?.body)))
  expect(new URL(url).pathname).toBe(theirs?.path)
})
