/** An entry of a list that outlives updates: an opened entry stays open, and the focus stays where it is. */
export interface Entry<Item> {
  readonly element: HTMLElement
  update(item: Item): void
}

/** Keeps the children of `list` equal to the items, each recognised by its key. */
export const createKeyedList = <Item>(
  list: HTMLElement,
  keyOf: (item: Item) => string,
  create: (item: Item) => Entry<Item>,
) => {
  const entries = new Map<string, Entry<Item>>()
  return (items: readonly Item[]): void => {
    const wanted = new Set(items.map(keyOf))
    for (const [key, { element }] of entries)
      if (!wanted.has(key)) {
        element.remove()
        entries.delete(key)
      }
    items.forEach((item, index) => {
      const key = keyOf(item)
      const entry = entries.get(key) ?? create(item)
      entries.set(key, entry)
      entry.update(item)
      const there = list.children[index]
      if (there !== entry.element) list.insertBefore(entry.element, there ?? null)
    })
  }
}
