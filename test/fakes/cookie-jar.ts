import type { CookieJar } from '../../src/full/visitor/visitor-cookie.ts'

/** `document.cookie` of a page, in a browser that refuses cookies on these public suffixes. */
export const createCookieJar = (
  hostname: string,
  {
    protocol = 'https:',
    suffixes = ['uk', 'co.uk'],
  }: { protocol?: string; suffixes?: readonly string[] } = {},
) => {
  const kept = new Map<string, string>()
  /** Every cookie that the browser was asked to set. */
  const asked: string[] = []
  const jar: CookieJar = {
    location: { hostname, protocol },
    get cookie() {
      return [...kept.values()].join('; ')
    },
    set cookie(text: string) {
      asked.push(text)
      const [pair = '', ...attributes] = text.split('; ')
      const attributeOf = (name: string) =>
        attributes.find((attribute) => attribute.startsWith(`${name}=`))?.slice(name.length + 1)
      const domain = attributeOf('Domain')
      const isOurs = !domain || hostname === domain || hostname.endsWith(`.${domain}`)
      if (!isOurs || suffixes.includes(domain ?? '')) return
      const key = `${pair.split('=')[0]} ${domain ?? ''}`
      if (attributeOf('Max-Age') === '0') kept.delete(key)
      else kept.set(key, pair)
    },
  }
  return { jar, asked }
}
