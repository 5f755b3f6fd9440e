import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { ROOT } from '../../../test/sources.ts'
import { test } from '../../support/fixtures.ts'
import { pageWith } from '../../support/shop-html.ts'
import { expectQueueEmpty } from '../../support/verdict.ts'
import { type Functions, runPhp } from './php.ts'
import { expectRecordedExactly } from './recorded.ts'

const fileOf = (name: string): string => readFileSync(join(ROOT, 'recipes/wordpress', name), 'utf8')
const header = fileOf('sendoff.php')
/**
 * The files that print into pages. The other files, and all of them in a real WordPress, are tested by `npm run
 * test:wordpress`.
 */
const printing = fileOf('tags.php') + fileOf('woocommerce.php').replace('<?php', '')

const escaped = (text: string): string => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Who is logged in, and what is special about this view of the page. */
interface Look {
  readonly firstName?: string
  readonly isLoggedIn?: boolean
  readonly isStaff?: boolean
  readonly isPreview?: boolean
  readonly isCustomized?: boolean
  /** Whether WooCommerce is there; without it, none of its functions exists and none of its hooks is fired. */
  readonly hasWooCommerce?: boolean
}

/** Imitates WordPress with WooCommerce, as far as the plugin sees it. */
const createWordPress = (
  vendorOrigin: string,
  {
    firstName = 'Ada',
    isLoggedIn = true,
    isStaff = false,
    isPreview = false,
    isCustomized = false,
    hasWooCommerce = true,
  }: Look = {},
) => {
  const hooks = new Map<string, string>()
  let html = ''
  const tag = (attributes: Readonly<Record<string, string | true>>, content = '') => {
    const list = Object.entries(attributes).map(([name, value]) =>
      value === true ? name : `${name}="${escaped(value)}"`,
    )
    html += `<script ${list.join(' ')}>${content}</script>\n`
  }
  const money = { get_total: () => '39.80', get_price: () => '19.90', get_currency: () => 'EUR' }
  const platform: Functions = {
    defined: () => true,
    sendoff_settings: () => ({ key: 'AbC123', consent: 'granted', pageviews: '1', worker: '' }),
    apply_filters: (_name: string, value: unknown) => value,
    add_query_arg: (name: string, value: string, address: string) => `${address}?${name}=${value}`,
    md5_file: () => 'a-mark-of-the-file',
    substr: (text: string, from: number, length: number) => text.substring(from, from + length),
    wp_hash: (text: string) => `hash of ${text}`,
    is_user_logged_in: () => isLoggedIn,
    add_action: (hook: string, name: string) => hooks.set(hook, name),
    plugins_url: (name: string) => `/dist/${name}`,
    file_get_contents: (path: string) =>
      path.endsWith('stub.js')
        ? readFileSync(join(ROOT, 'dist/stub.js'), 'utf8')
        : fileOf(path.replace('/plugin/', '')),
    wp_print_script_tag: (attributes: Record<string, string | true>) =>
      tag({ ...attributes, 'data-endpoint': vendorOrigin }),
    wp_print_inline_script_tag: (code: string) => tag({}, code),
    // The flag JSON_HEX_TAG is 1; JSON_UNESCAPED_SLASHES is 64.
    wp_json_encode: (value: unknown, flags = 0) =>
      flags === 65
        ? JSON.stringify(value).replace(/</g, '\\u003C').replace(/>/g, '\\u003E')
        : JSON.stringify(value),
    is_preview: () => isPreview,
    is_customize_preview: () => isCustomized,
    current_user_can: (capability: string) => isStaff && capability === 'edit_posts',
    array_filter: (array: object) =>
      Object.fromEntries(Object.entries(array).filter(([, value]) => Boolean(value))),
    wp_get_current_user: () => ({
      exists: () => isLoggedIn,
      ID: 7,
      user_email: 'ada@shop.test',
      first_name: firstName,
      last_name: '',
    }),
    get_the_ID: () => 42,
    ...(hasWooCommerce && {
      get_woocommerce_currency: () => 'EUR',
      wc_get_product: (id: number) => ({
        ...money,
        get_sku: () => `sku-${id}`,
        get_name: () => 'Lamp </script>',
      }),
      wc_get_order: (id: number) => ({
        ...money,
        get_id: () => id,
        get_billing_email: () => 'ada@shop.test',
      }),
    }),
  }
  const constants = {
    __DIR__: '/plugin',
    __FILE__: '/plugin/tags.php',
    JSON_HEX_TAG: 1,
    JSON_UNESCAPED_SLASHES: 64,
  }
  const declared = runPhp(printing, { functions: platform, constants })
  return {
    hooks: [...hooks.keys()],
    /** Returns what the page prints after these hooks. */
    render: (...fired: readonly (readonly [hook: string, ...args: unknown[]])[]): string => {
      html = ''
      for (const [hook, ...args] of fired) declared[hooks.get(hook) ?? '']?.(...(args as never[]))
      return pageWith(html)
    },
  }
}

test('a WordPress plugin tracks who sees which product and what was ordered, an order once', async ({
  klaviyo,
  vendor,
  site,
  visitor,
}) => {
  const wordPress = createWordPress(vendor.origin)
  expect(wordPress.hooks).toEqual(['wp_head', 'woocommerce_after_single_product', 'woocommerce_thankyou'])
  site.setPage('/product', wordPress.render(['wp_head'], ['woocommerce_after_single_product']))
  site.setPage('/thanks', wordPress.render(['wp_head'], ['woocommerce_thankyou', 1007]))
  const page = await visitor.page()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  for (const path of ['/product', '/thanks', '/thanks']) {
    await page.goto(`${site.origin}${path}`)
    await expectQueueEmpty(page)
  }

  await expectRecordedExactly(klaviyo, [
    ['Placed Order', { value: 39.8, currency: 'EUR' }],
    ...['/product', '/thanks', '/thanks'].map(
      (path) => ['Viewed Page', { url: `${site.origin}${path}`, title: 'Shop' }] as const,
    ),
    ['Viewed Product', { sku: 'sku-42', title: 'Lamp </script>', value: 19.9, currency: 'EUR' }],
  ])
  const order = klaviyo.events().find(({ metric }) => metric === 'Placed Order')
  expect(order?.profile).toMatchObject({ external_id: '7', email: 'ada@shop.test' })
  const profiles = klaviyo
    .requests()
    .filter(({ method, path }) => method === 'POST' && path.includes('/profiles'))
  expect(profiles).toHaveLength(1)
  expect(errors).toEqual([])
})

test('a WordPress plugin says no empty names, and of a guest the order’s address', ({ vendor }) => {
  const nameless = createWordPress(vendor.origin, { firstName: '' }).render(['wp_head'])
  expect(nameless).toContain('sendoffVisitor(...[["7",{"email":"ada@shop.test"},"hash of ')
  const guest = createWordPress(vendor.origin, { isLoggedIn: false })
  const html = guest.render(['wp_head'], ['woocommerce_thankyou', 1007])
  expect(html).toContain('sendoffVisitor(...[null,"granted"])')
  expect(html).toContain('track.identify(...[null,{"email":"ada@shop.test"}])')
})

test('a WordPress plugin does nothing of staff, in previews and in the customizer', ({ vendor }) => {
  for (const look of [{ isStaff: true }, { isPreview: true }, { isCustomized: true }]) {
    const html = createWordPress(vendor.origin, look).render(
      ['wp_head'],
      ['woocommerce_after_single_product'],
      ['woocommerce_thankyou', 1007],
    )
    expect(html, JSON.stringify(look)).toBe(pageWith(''))
  }
})

test('a WordPress plugin tracks page views without WooCommerce, and its header says what it does', async ({
  klaviyo,
  vendor,
  site,
  visitor,
}) => {
  const wordPress = createWordPress(vendor.origin, { hasWooCommerce: false })
  site.setPage('/post', wordPress.render(['wp_head']))
  const page = await visitor.page()
  await page.goto(`${site.origin}/post`)
  await expectQueueEmpty(page)

  await expectRecordedExactly(klaviyo, [['Viewed Page', { url: `${site.origin}/post`, title: 'Shop' }]])
  const [, description = ''] = /^ \* Description: (.+)$/m.exec(header) ?? []
  for (const word of [
    'page views',
    'products',
    'orders',
    'Klaviyo',
    'logged in',
    'staff',
    'previews',
    'customizer',
  ])
    expect(description).toContain(word)
})
