import Mixpanel from 'mixpanel'
import { expect, test } from 'vitest'
import { NOON } from '../../../test/events.ts'
import { startEar } from '../../../test/witness/heard.ts'
import {
  bodiesOf,
  EMAIL,
  PROPERTIES,
  SAID,
  TRAITS,
  USER,
  VISITOR,
  without,
} from '../../../test/witness/said.ts'
import { mixpanel } from './destination.ts'
import { TOKEN } from './emulator/emulator.ts'

const formIn = (body: string | undefined): unknown =>
  JSON.parse(Buffer.from(new URLSearchParams(body).get('data') ?? '', 'base64').toString())

test('says what Mixpanel’s own library says', async () => {
  const ear = await startEar({ status: 1 })
  const library = Mixpanel.init(TOKEN, { host: ear.host, protocol: 'http', geolocate: true, verbose: true })
  const done = (work: (callback: () => void) => void) => new Promise<void>(work)
  const track = (of: object) =>
    done((callback) => {
      const properties = { ...PROPERTIES, $device_id: VISITOR, time: NOON, ...of }
      library.track_batch([{ event: 'Placed Order', properties }], callback)
    })
  await track({ distinct_id: `$device:${VISITOR}` })
  await track({ distinct_id: USER, $user_id: USER })
  await done((callback) => library.people.set(USER, { $email: EMAIL, ...TRAITS }, callback))
  await ear.close()

  // The server's library tells neither the device nor the user of a person; it sends one update of a person, not a
  // list.
  const names = ['$insert_id', 'mp_lib']
  const [first, second, third] = ear.heard
  const [visitor, user, person] = bodiesOf(mixpanel({ key: TOKEN }), SAID).map(formIn)
  const told = new URL(`http://${ear.host}${third?.path}`).search.slice(1)
  expect(without(names, visitor)).toEqual(formIn(first?.body))
  expect(without(names, user)).toEqual(formIn(second?.body))
  expect(without([...names, '$device_id', '$user_id'], person)).toEqual([formIn(told)])
  for (const heard of [first, second]) expect(heard?.path).toContain('/track?ip=1&verbose=1')
})
