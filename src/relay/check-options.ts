/** An error for whoever sets the relay up; it starts nothing. The keys of pages are never in it. */
const wrong = (option: string, given: string, expected: string): TypeError =>
  new TypeError(`sendoff-relay: ${option} ${given}; expected ${expected}; the relay does not start`)

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text

interface Checked {
  readonly origins?: readonly string[]
  readonly writeKeys?: readonly string[]
  readonly vendors?: readonly { readonly name: string }[]
}

/** Checks what no relay can do without. @throws {TypeError} that names the option, what was given, and what was expected. */
export const checkOptions = ({ origins, writeKeys, vendors }: Checked): void => {
  if (!origins?.length || !origins.every(isOrigin))
    throw wrong(
      'origins',
      `is ${JSON.stringify(origins)}`,
      'addresses such as https://shop.example, without a path',
    )
  if (!writeKeys?.length || !writeKeys.every(Boolean))
    throw wrong(
      'writeKeys',
      writeKeys?.length ? 'has an empty key' : 'has none',
      'at least one, and none empty',
    )
  if (!vendors?.length) throw wrong('vendors', 'has none', 'at least one')
  const names = vendors.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice) throw wrong('vendors', `has ${twice} twice`, 'each only once')
}
