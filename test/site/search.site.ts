import { expect } from '@playwright/test'
import { test } from './scene.ts'

for (const { asked, leadsTo } of [
  { asked: 'is my event delivered', leadsTo: '/docs/questions/is-my-event-delivered.html' },
  { asked: 'assume-delivered', leadsTo: '/docs/vendors/crowdpower.html' },
  { asked: 'phc_', leadsTo: '/docs/vendors/posthog.html' },
])
  test(`who searches for "${asked}" finds ${leadsTo}`, async ({ page, origin }) => {
    await page.goto(`${origin}/`)
    await page.locator('.VPNavBarSearch button').click()
    await page.locator('.VPLocalSearchBox input').fill(asked)
    await page.locator(`.VPLocalSearchBox .result[href^="${leadsTo}"]`).first().click()
    await page.waitForURL((url) => url.pathname === leadsTo)
    await expect(page.locator('.vp-doc h1')).not.toBeEmpty()
  })

test('who searches for what is nowhere is told so', async ({ page, origin }) => {
  await page.goto(`${origin}/`)
  await page.locator('.VPNavBarSearch button').click()
  await page.locator('.VPLocalSearchBox input').fill('xylophonist')
  await expect(page.locator('.VPLocalSearchBox .no-results')).toBeVisible()
})
