// The command `npm run bench:relay:faults [-- events [requests per minute]]` tells what the queue keeps while its
// processes die. Two relays take batches of many visitors, and two workers deliver to a vendor with a limit. In the
// middle one relay and one worker are killed, and Redis is killed and restarted from its disk. The events that the
// vendor has received are counted.
import { loadavg } from 'node:os'
import { runFaults } from '../test/relay/fault-run.ts'
import { whyNoRedis } from '../test/relay/redis-server.ts'

const [events = 100_000, requestsPerMinute = 30_000] = process.argv.slice(2).map(Number)
/** The requests that one worker may have under way when it is killed. */
const UNDER_WAY = 16

const problem = whyNoRedis()
if (problem !== undefined) throw new Error(problem)
const result = await runFaults({ events, requestsPerMinute })
console.log({ ...result, node: process.version, load: loadavg()[0] })
const { lost, doubled, outOfOrder, perMinute, limitPerMinute } = result
if (lost > 0 || doubled > UNDER_WAY || outOfOrder > 0 || perMinute > limitPerMinute) process.exitCode = 1
