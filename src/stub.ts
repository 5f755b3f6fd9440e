// Inline in the page: `window.track` and its methods queue their calls until the script arrives. What they
// return is a promise of what the call itself will return. Bounded, in case the script never comes.
;((page: object, name: string) => {
  const calls: unknown[] = []
  const queueing =
    (method?: string) =>
    (...args: unknown[]) =>
      new Promise((done) => calls.length < 1e3 && calls.push([method, args, Date.now(), done]))
  const track = queueing() as unknown as Record<string, unknown>
  ;(page as Record<string, unknown>)[name] = track
  track.q = calls
  for (const method of 'identify reset flush on status page consent erase rejected inspect'.split(' '))
    track[method] = queueing(method)
})(window, 'track')
