import { createInstance, Identify } from '@amplitude/analytics-node'
import { expect, test } from 'vitest'
import { NOON } from '../../../test/events.ts'
import { startEar } from '../../../test/witness/heard.ts'
import { EMAIL, PROPERTIES, parse, SAID, USER, VISITOR, without } from '../../../test/witness/said.ts'
import { amplitude } from './destination.ts'
import { API_KEY } from './emulator/emulator.ts'

test('says what Amplitude’s own library says', async () => {
  const ear = await startEar({
    code: 200,
    events_ingested: 1,
    payload_size_bytes: 1,
    server_upload_time: 1,
  })
  const library = createInstance()
  const serverUrl = `http://${ear.host}/2/httpapi`
  await library.init(API_KEY, { serverUrl, flushQueueSize: 10, logLevel: 0 }).promise
  library.track('Placed Order', PROPERTIES, { device_id: VISITOR, time: NOON })
  library.track('Placed Order', PROPERTIES, { device_id: VISITOR, user_id: USER, time: NOON })
  const said = new Identify().set('plan', 'gold').set('email', EMAIL)
  library.identify(said, { device_id: VISITOR, user_id: USER, time: NOON })
  await library.flush().promise
  await ear.close()

  // `event_id` counts the events of a process; short ids are allowed by an option of ours.
  const names = ['insert_id', 'library', 'event_id', 'client_upload_time', 'options']
  const [theirs] = ear.heard
  const { body, url } = amplitude({ key: API_KEY }).encode(SAID, 'first', NOON)
  expect(without(names, parse(body))).toEqual(without(names, parse(theirs?.body)))
  expect(new URL(url).pathname).toBe(theirs?.path)
})
