import { existsSync } from 'node:fs'
import { expect } from '@playwright/test'
import { copyWordPressPlugin } from '../../scripts/wordpress-plugin.mjs'
import { logIn, setUp, test } from './scene.ts'

test('who deletes the plugin has nothing of it left', async ({ visitor, wordpress }) => {
  setUp(wordpress)
  const isThere =
    "return $GLOBALS['wpdb']->get_col(\"SELECT option_name FROM {$GLOBALS['wpdb']->options} WHERE option_name LIKE '%sendoff%'\");"
  expect(wordpress.run(isThere)).toEqual(['sendoff'])
  const folder = wordpress.run("return WP_PLUGIN_DIR . '/sendoff';") as string
  expect(existsSync(folder)).toBe(true)
  const page = await logIn(visitor, wordpress, 'administrator')
  await page.goto(`${wordpress.origin}/wp-admin/plugins.php`)
  await page.click('#deactivate-sendoff')
  await expect(page.locator('#message')).toContainText('Plugin deactivated')
  expect(wordpress.run(isThere)).toEqual(['sendoff'])
  page.on('dialog', (dialog) => dialog.accept())
  await page.click('#delete-sendoff')
  await expect.poll(() => wordpress.run(isThere)).toEqual([])
  expect(existsSync(folder)).toBe(false)
  // For the tests that come after this one.
  copyWordPressPlugin(folder)
})
