import { expect, type Page } from '@playwright/test'
import type { DemoServer } from '../../support/demo-server.ts'

/** Makes the vendors answer again, and refuse nothing. */
export const calm = async ({ origin }: DemoServer): Promise<void> => {
  const headers = { 'Content-Type': 'application/json' }
  await fetch(`${origin}/vendor`, { method: 'POST', headers, body: '{"type":"up"}' })
  await fetch(`${origin}/refusal`, { method: 'POST', headers, body: '{"refuse":false}' })
}

export const open = async (page: Page, { origin }: DemoServer, vendor = 'klaviyo'): Promise<void> => {
  await page.goto(`${origin}/?vendor=${vendor}`)
  await expect(page.getByRole('heading', { name: 'Departures' })).toBeVisible()
}

/** Sets a switch of the demo, and waits until the board says that the server knows of it. */
export const cause = async (page: Page, trouble: string): Promise<void> => {
  const switched = page.waitForResponse('**/vendor')
  await page.getByRole('radio', { name: trouble, exact: true }).check()
  await switched
}

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click()

/** Finds one of the five figures at the head of the board. */
export const total = (page: Page, name: 'waiting' | 'inFlight' | 'handedOff' | 'delivered' | 'dead') =>
  page.locator(`[data-total="${name}"] dd`)

/** Finds the lines of the board with this status. */
export const linesWith = (page: Page, status: string) => page.locator(`.board li[data-status="${status}"]`)

/** Expects that nothing waits any more, and that the shop's own count agrees with what the vendors have. */
export const expectNothingLost = async (page: Page, tracked: number, refused = 0): Promise<void> => {
  const count = (events: number) => events.toLocaleString('en')
  const words = `0 lost of ${count(tracked)} event${tracked === 1 ? '' : 's'} tracked here: ${count(tracked - refused)} recorded by the vendors, 0 on the way, ${count(refused)} refused.`
  await expect(page.locator('.ledger')).toHaveText(words, { timeout: 100_000 })
}
