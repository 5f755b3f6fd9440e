import { expect, test } from 'vitest'
import { runFaults } from './fault-run.ts'
import { whyNoRedis } from './redis-server.ts'

/** People whose events one worker delivers at once: so many requests can be under way when it is killed. */
const UNDER_WAY = 16

test.skipIf(whyNoRedis())(
  '2,000 events survive the death of a relay, a worker and the Redis',
  {
    timeout: 300_000,
  },
  async () => {
    const result = await runFaults({ events: 2_000, requestsPerMinute: 9_000 })
    console.log(JSON.stringify(result))
    expect(result).toMatchObject({ lost: 0, outOfOrder: 0 })
    // What was at the vendor when its worker died was never answered, and is sent again.
    expect(result.doubled).toBeLessThanOrEqual(UNDER_WAY)
    expect(result.perMinute).toBeLessThanOrEqual(9_000)
    // Turns are evenly spaced: a second that has a little more has caught up on a slow one before it.
    expect(result.perSecond).toBeLessThanOrEqual((9_000 / 60) * 1.2)
  },
)
