/** Every browser, worker and Node has it; the language does not. */
declare const btoa: (bytes: string) => string

/** Base64 of a text's UTF-8: `btoa` takes bytes alone. */
export const base64Of = (text: string): string =>
  btoa(
    encodeURIComponent(text).replace(/%(..)/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  )
