/** Every browser, worker and Node has them; the language does not. */
declare const btoa: (bytes: string) => string
declare const atob: (base64: string) => string

/** Base64 of a text's UTF-8: `btoa` takes bytes alone, which `unescape` makes of the percent signs, and fast. */
export const base64Of = (text: string): string => btoa(unescape(encodeURIComponent(text)))

/** The bytes of base64, each as a character; empty where it is none. */
export const fromBase64 = (text: string): string => {
  try {
    return atob(text)
  } catch {
    // Not of a vendor's making.
    return ''
  }
}
