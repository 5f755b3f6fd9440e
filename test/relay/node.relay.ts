import { expect, test } from 'vitest'
import { testRelay } from './conformance.ts'
import { relayEnv, startProcess } from './process.ts'

testRelay('as a Node process', (endpoints) => startProcess(relayEnv(endpoints)))

const SOMEWHERE = relayEnv({ helpcrunch: 'http://127.0.0.1:9', yotpo: 'http://127.0.0.1:9' })

test.each([
  ['SENDOFF_ORIGINS', ''],
  ['SENDOFF_ORIGINS', 'https://shop.test/path'],
  ['SENDOFF_WRITE_KEYS', ' '],
  ['PORT', '99999'],
  ['REDIS_URL', 'http://127.0.0.1'],
  ['REDIS_URL', 'redis://:hunter2@127.0.0.1:1'],
  ['YOTPO_SECRET', ''],
  ['HELPCRUNCH_CREATE_CUSTOMERS', 'perhaps'],
  ['HELPCRUNCH_UNANSWERED', 'perhaps'],
  ['HELPCRUNCH_REQUESTS_PER_MINUTE', '0'],
  ['HELPCRUNCH_ENDPOINT', 'nowhere'],
])('the command names %s when it is "%s", shows no value, and ends with 1', async (name, value) => {
  const failure = startProcess({ ...SOMEWHERE, [name]: value })
  await expect(failure).rejects.toThrow(new RegExp(`exit 1: (.*\n)*sendoff-relay: ${name} is`))
  await expect(failure).rejects.not.toThrow(/hunter2|yotpo-private|hc-private/)
})

test('the command wants at least one vendor', async () => {
  const { HELPCRUNCH_API_KEY, YOTPO_STORE_ID, YOTPO_SECRET, ...rest } = SOMEWHERE
  await expect(startProcess(rest)).rejects.toThrow(/HELPCRUNCH_API_KEY or YOTPO_STORE_ID and YOTPO_SECRET/)
})
