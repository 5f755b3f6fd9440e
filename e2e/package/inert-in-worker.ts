// The script runs inside a worker of a page: it imports the package, calls it, and tells the result.
interface Teller {
  postMessage(message: unknown): void
}

const before = new Set(Reflect.ownKeys(globalThis))

const tell = async () => {
  try {
    const { createTracker } = await import('../../src/index.ts')
    const { klaviyo } = await import('../../src/vendors/klaviyo/destination.ts')
    const endpoint = 'https://vendor.test'
    const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123', endpoint })] })
    const { stored, settled } = track('In a worker', { sku: 'A-1' })
    track.identify('someone', { email: 'ada@shop.test' })
    track.reset()
    track.on('settled', () => undefined)()
    await stored
    const { type } = await settled
    const { queues } = await track.flush()
    const added = Reflect.ownKeys(globalThis).filter((key) => !before.has(key) && key !== '__name')
    return { failure: '', added: added.map(String), queues, settled: type }
  } catch (error) {
    return { failure: `${error}`, added: [], queues: [], settled: '' }
  }
}

addEventListener('message', async ({ source, currentTarget }) => {
  const teller = (source ?? currentTarget) as unknown as Teller
  teller.postMessage(await tell())
})
