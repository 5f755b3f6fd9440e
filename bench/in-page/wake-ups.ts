// The script counts every callback of a timer or a frame, because each wakes the processor. It runs before the tracker.
;((page: Record<string, unknown>) => {
  page.wakeUps = 0
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
    const original = page[name] as (run: unknown, ...rest: unknown[]) => unknown
    page[name] = (run: unknown, ...rest: unknown[]) =>
      original.call(
        page,
        (...args: unknown[]) => {
          page.wakeUps = (page.wakeUps as number) + 1
          if (typeof run === 'function') Reflect.apply(run, page, args)
        },
        ...rest,
      )
  }
})(window as unknown as Record<string, unknown>)
