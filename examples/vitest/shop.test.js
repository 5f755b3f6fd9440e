import { createTracker } from 'sendoff'
import { klaviyo } from 'sendoff/klaviyo'
import { expect, test } from 'vitest'

/** Replaces everything that a page could send with; each replacement notes the address. */
const listen = () => {
  const sent = []
  window.fetch = async (url) => {
    sent.push(`${url}`)
    throw new Error('there is no network')
  }
  navigator.sendBeacon = (url) => sent.push(`${url}`) > 0
  window.XMLHttpRequest.prototype.open = (_method, url) => {
    sent.push(`${url}`)
  }
  return sent
}

/** Runs the shop's own code with the key that its visitors get. */
const shop = async (options) => {
  const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123', ...options })] })
  track.identify('customer-7', { email: 'ada@shop.test' })
  track('Added to Cart', { sku: 'A-1' })
  await track.flush()
  window.dispatchEvent(new Event('pagehide'))
  track.close()
}

test('the unit tests of a shop send nothing to its live account', async () => {
  const sent = listen()
  await shop()
  expect(sent).toEqual([])
})

test('and send to a server that they name', async () => {
  const sent = listen()
  await shop({ endpoint: 'http://localhost:9' })
  expect(sent.length).toBeGreaterThan(0)
  expect(sent.filter((url) => !url.startsWith('http://localhost:9/'))).toEqual([])
})
