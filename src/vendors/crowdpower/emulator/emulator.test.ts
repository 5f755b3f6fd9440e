import { describe, expect, test } from 'vitest'
import { type CrowdpowerEmulatorOptions, createCrowdpowerEmulator, PUBLIC_KEY } from './emulator.ts'

const NOW = Date.UTC(2026, 10, 21, 12)

type Json = Record<string, unknown>

const item = (overrides: Json = {}): Json => ({
  action: 'Viewed Product',
  properties: { event_id: 'e-1' },
  created_at: NOW / 1_000,
  ...overrides,
})

const setUp = (options: CrowdpowerEmulatorOptions = {}) => {
  const emulator = createCrowdpowerEmulator({ now: () => NOW, ...options })
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    emulator.handle(
      new Request(`https://vendor.test${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${PUBLIC_KEY}`, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    )
  return { emulator, post }
}

describe('what is accepted', () => {
  test.each([
    ['/events', { user_id: '7', ...item() }, 1],
    ['/events', { email: 'ada@shop.test', action: 'Left' }, 1],
    ['/events/bulk', { user_id: '7', events: [item(), item({ update_session: false })] }, 2],
    ['/customers', { user_id: '7', name: 'Ada', custom_attributes: { plan: 'gold' } }, 0],
  ])('answers success at %s', async (path, body, events) => {
    const { emulator, post } = setUp()
    const response = await post(path, body)
    expect(await response.json()).toEqual({ success: true, code: 200, data: null })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect([emulator.events().length, emulator.violations()]).toEqual([events, []])
  })

  test('may bring its key in the URL', async () => {
    const { post } = setUp()
    const body = { user_id: '7', ...item() }
    expect((await post(`/events?api_key=${PUBLIC_KEY}`, body, { Authorization: '' })).status).toBe(401)
    const { emulator } = setUp()
    const request = new Request(`https://vendor.test/events?api_key=${PUBLIC_KEY}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect((await emulator.handle(request)).status).toBe(200)
  })

  test('is not looked through for repeats', async () => {
    const { emulator, post } = setUp()
    await post('/events/bulk', { user_id: '7', events: [item(), item()] })
    expect([emulator.events().length, emulator.duplicates()]).toEqual([2, 1])
  })
})

describe('what is refused, as a whole', () => {
  test.each([
    ['/events/bulk', { events: [item()] }, 400],
    ['/events/bulk', { user_id: '7', events: [] }, 400],
    ['/events/bulk', { user_id: '7', events: [item(), item({ action: '' })] }, 400],
    ['/events/bulk', { user_id: '7', events: [item({ created_at: NOW / 1_000 + 0.5 })] }, 400],
    ['/events/bulk', { user_id: '7', events: [item({ created_at: NOW })] }, 400],
    ['/events/bulk', { user_id: '7', events: [item({ user_id: '8' })] }, 400],
    ['/events/bulk', { user_id: '7', events: [item()], sent_at: 1 }, 400],
    ['/events', item(), 400],
    ['/customers', { name: 'Ada' }, 400],
    ['/customers', { user_id: '7', plan: 'gold' }, 400],
    ['/events/bulk', 'half a bod', 400],
    ['/orders', {}, 404],
  ])('at %s: %j', async (path, body, status) => {
    const { emulator, post } = setUp()
    expect((await post(path, body)).status).toBe(status)
    expect([emulator.events(), emulator.customers()]).toEqual([[], []])
    expect(emulator.violations()).toHaveLength(1)
  })

  test.each(['', `Bearer sk_${'0'.repeat(64)}`, `Bearer pk_${'0'.repeat(64)}`])(
    'with the key "%s"',
    async (Authorization) => {
      const { post } = setUp()
      expect((await post('/events', { user_id: '7', ...item() }, { Authorization })).status).toBe(401)
    },
  )

  test('because a test asks for it, which breaks no contract', async () => {
    const { emulator, post } = setUp({ refuse: ({ action }) => (action === 'Bad' ? 'No.' : undefined) })
    const response = await post('/events/bulk', { user_id: '7', events: [item(), item({ action: 'Bad' })] })
    expect(await response.json()).toEqual({ success: false, code: 400, data: null, message: 'No.' })
    expect([emulator.events(), emulator.violations()]).toEqual([[], []])
  })
})

test('forgets everything on reset', async () => {
  const { emulator, post } = setUp()
  await post('/events', { user_id: '7', ...item() })
  await post('/customers', { user_id: '7' })
  emulator.reset()
  expect([emulator.events(), emulator.customers(), emulator.requests()]).toEqual([[], [], []])
})
