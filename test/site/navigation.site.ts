import { expect } from '@playwright/test'
import { GROUPS } from '../../site/pages.ts'
import { test } from './scene.ts'

for (const { text: group, pages } of GROUPS)
  test(`each page of "${group}" opens by a click`, async ({ page, origin }) => {
    await page.goto(`${origin}/`)
    const sidebar = page.locator('.VPSidebar')
    const section = sidebar.locator('section').filter({ has: page.locator('h2', { hasText: group }) })
    await expect(section.locator('a')).toHaveText(pages.map(({ text }) => text))
    for (const [index, { text }] of pages.entries()) {
      const link = section.locator('a').nth(index)
      const address = (await link.getAttribute('href')) ?? ''
      await link.click()
      await page.waitForURL(`${origin}${address}`)
      await expect(page.locator('.vp-doc h1').first(), text).not.toBeEmpty()
      await expect(section.locator('.is-active.has-active, .is-active'), text).toHaveText(text)
      // The page was put in; here it is loaded by itself, as by a reader who comes from elsewhere.
      const answer = await page.request.get(`${origin}${address}`)
      expect(answer.status(), address).toBe(200)
    }
  })

test('the top leads to the playground, the questions and the reference', async ({ page, origin }) => {
  for (const [text, heading] of [
    ['Playground', 'Playground'],
    ['Questions', 'Is my event delivered?'],
    ['Reference', 'sendoff'],
  ] as const) {
    await page.goto(`${origin}/`)
    await page.locator('.VPNavBar .VPNavBarMenu').getByText(text, { exact: true }).click()
    await expect(page.locator('.vp-doc h1')).toContainText(heading)
  }
})
