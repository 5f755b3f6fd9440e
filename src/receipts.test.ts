import { describe, expect, test } from 'vitest'
import { createReceipts } from './receipts.ts'

const delivered = { type: 'delivered' } as const

describe('a receipt', () => {
  test('tells what becomes of its own event, asked early or late', async () => {
    const { receiptOf, remember } = createReceipts()
    const [early, late, other] = ['1', '2', '3'].map((id) => receiptOf(id, Promise.resolve()))
    const asked = early?.settled
    for (const id of ['1', '2']) remember(id, delivered)
    expect([await asked, await late?.settled]).toEqual([delivered, delivered])
    expect(await Promise.race([other?.settled, 'nothing yet'])).toBe('nothing yet')
  })

  test('throws nothing where the page has frozen it, and all who ask are told', async () => {
    const { receiptOf, remember } = createReceipts()
    const frozen = Object.freeze(receiptOf('1', Promise.resolve()))
    const asked = [frozen.settled, frozen.settled]
    remember('1', delivered)
    expect(await Promise.all([...asked, frozen.settled])).toEqual([delivered, delivered, delivered])
  })

  test('gives one promise, which tells it also when the outcome itself is forgotten', async () => {
    const { receiptOf, remember } = createReceipts()
    const receipt = receiptOf('1', Promise.resolve())
    const asked = receipt.settled
    for (let id = 1; id < 3_000; id++) remember(`${id}`, delivered)
    expect(receipt.settled).toBe(asked)
    expect(await receipt.settled).toEqual(delivered)
  })
})
