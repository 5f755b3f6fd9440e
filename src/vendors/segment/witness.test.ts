import { Analytics } from '@segment/analytics-node'
import { expect, test } from 'vitest'
import { NOON } from '../../../test/events.ts'
import { startEar } from '../../../test/witness/heard.ts'
import { EMAIL, PROPERTIES, parse, SAID, TRAITS, USER, VISITOR, without } from '../../../test/witness/said.ts'
import { segment } from './destination.ts'
import { WRITE_KEY } from './emulator/emulator.ts'

test('says what Segment’s own library says', async () => {
  const ear = await startEar({ success: true })
  const library = new Analytics({ writeKey: WRITE_KEY, host: `http://${ear.host}`, flushAt: 10 })
  const ids = { anonymousId: VISITOR, timestamp: new Date(NOON) }
  library.track({ ...ids, event: 'Placed Order', properties: PROPERTIES })
  library.track({ ...ids, userId: USER, event: 'Placed Order', properties: PROPERTIES })
  library.identify({ ...ids, userId: USER, traits: { ...TRAITS, email: EMAIL } })
  await library.closeAndFlush()
  await ear.close()

  // `integrations` is empty; `_metadata` tells of Node.
  const names = ['messageId', 'sentAt', 'context', '_metadata', 'integrations']
  const [theirs] = ear.heard
  const { body, url, headers } = segment({ writeKey: WRITE_KEY }).encode(SAID, 'first', NOON)
  expect(without(names, parse(body))).toEqual(without(names, parse(theirs?.body)))
  expect([new URL(url).pathname, headers?.authorization]).toEqual([theirs?.path, theirs?.authorization])
})
