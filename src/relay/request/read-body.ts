/** A request or a response. */
type Message = Pick<Request, 'headers' | 'body' | 'text'>

/**
 * Returns the body as text, or nothing when it has more than `maxBytes`: then the rest is not read. Platforms cut a
 * body at its Content-Length; without one, or where it counts compressed bytes, the bytes are counted as they come.
 */
export const readBody = async (message: Message, maxBytes: number): Promise<string | undefined> => {
  const { headers } = message
  const declared = headers.has('content-encoding') ? null : headers.get('content-length')
  if (declared !== null && Number(declared) <= maxBytes) {
    const text = await message.text()
    return text.length <= maxBytes ? text : undefined
  }
  const reader = message.body?.getReader()
  if (!reader) return ''
  if (declared !== null) {
    await reader.cancel()
    return undefined
  }
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.length
    if (bytes > maxBytes) {
      await reader.cancel()
      return undefined
    }
    text += decoder.decode(value, { stream: true })
  }
}
