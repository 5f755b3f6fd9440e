// The stub is inline in the page: `window.track` and its methods queue their calls until the script arrives, each with
// its time and the page at that time. A call returns a promise of what the real call will return. The number of calls
// is bounded, in case the script never comes. A function of that name is left alone: it is this stub, pasted or run
// again, or the tracker. An element with `id="track"` is neither.
;((page: Record<string, unknown>) => {
  if (page.track instanceof Function) return
  const calls: unknown[] = []
  const queueing =
    (method?: string) =>
    (...args: unknown[]) =>
      new Promise(
        (done) =>
          calls.length < 1e3 &&
          calls.push([method, args, Date.now(), done, location.href, document.title, document.referrer]),
      )
  const track = queueing() as unknown as Record<string, unknown>
  page.track = track
  track.q = calls
  for (const method of 'identify reset flush on status page consent erase rejected inspect'.split(' '))
    track[method] = queueing(method)
})(window as never)
