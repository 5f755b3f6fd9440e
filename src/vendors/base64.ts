/** Every browser, worker and Node has these functions, but the language does not declare them. */
declare const btoa: (bytes: string) => string
declare const atob: (base64: string) => string

/**
 * Returns the base64 of a text's UTF-8. `btoa` takes bytes alone; `unescape` makes them of the percent signs, and is
 * fast.
 */
export const base64Of = (text: string): string => btoa(unescape(encodeURIComponent(text)))

/** Returns the bytes of base64, each as a character; '' where the text is not base64. */
export const fromBase64 = (text: string): string => {
  try {
    return atob(text)
  } catch {
    // No vendor has written this.
    return ''
  }
}
