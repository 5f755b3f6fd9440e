// The script runs inside the measured page as written: no build step adds anything to the loops.

/** Makes objects of about 700 bytes of JSON, no two alike, as a shop would send them. */
const makeObjects = (count) =>
  Array.from({ length: count }, (_, index) => ({
    sku: `SKU-${100_000 + index}`,
    name: `Harbour mug, hand-thrown stoneware, number ${index}`,
    value: 19.9 + (index % 80),
    currency: 'EUR',
    quantity: 1 + (index % 3),
    position: index,
    categories: ['Home', 'Kitchen', 'Mugs', `Season ${index % 4}`],
    url: `https://shop.example/products/harbour-mug-${index}?variant=${index * 7}`,
    image: `https://cdn.example/images/harbour-mug-${index}-1200x1200.jpg`,
    list: { id: `home-${index % 9}`, name: 'Most loved this week', page: index % 20 },
    variant: { glaze: 'sea green', volume: '0.35 l', stock: index % 50, giftWrap: index % 2 === 0 },
    campaign: { source: 'newsletter', medium: 'email', name: `autumn-glazes-${index % 12}`, term: null },
    breadcrumb: `Home > Kitchen > Mugs and cups > Stoneware > Harbour, shade ${index % 31}`,
    note: `Shown in the second row of the grid, ${index} pixels from the top, after scrolling twice.`,
  }))

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const loops = {
  track(objects) {
    const start = performance.now()
    for (const object of objects) window.track('Viewed Product', object)
    return performance.now() - start
  },
  plain(objects) {
    const start = performance.now()
    const list = []
    for (const object of objects) list.push(object)
    const { length } = JSON.stringify(list)
    const ms = performance.now() - start
    if (length < objects.length) throw new Error('nothing was stringified')
    return ms
  },
}

/** Measures the milliseconds of both loops over the same objects, in the given order. */
window.measureLoops = async ({ warmUp, objects, order }) => {
  const warm = makeObjects(warmUp)
  for (const name of order) loops[name](warm)
  const list = makeObjects(objects)
  const measured = { bytes: JSON.stringify(list[0]).length }
  for (const name of order) {
    // The work that a loop leaves, such as writing, must not count for the next.
    await window.track.status()
    await pause(300)
    measured[name] = loops[name](list)
  }
  return measured
}

/** Tracks events in tasks of 500; resolves with how many wait when all are durable. */
window.queueEvents = async (events) => {
  for (let done = 0; done < events; done += 500) {
    const receipts = makeObjects(500).map((object) => window.track('Viewed Product', object))
    await receipts.at(-1).stored
    await pause(0)
  }
  const { queues } = await window.track.status()
  return queues[0].queued
}

window.longTasksMs = []
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) window.longTasksMs.push(duration)
}).observe({ type: 'longtask' })
