/**
 * Returns the texts of the page, shadow trees included, that cannot be read whole: they reach over the edge of the
 * window, or of an element that hides or scrolls what it cannot hold. It runs in the page.
 */
export const cutTexts = (): readonly string[] => {
  const found: string[] = []
  const { clientWidth, scrollWidth } = document.documentElement
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide in a window of ${clientWidth}`)

  const parentOf = (node: Node): Element | null => {
    if (node.parentElement) return node.parentElement
    return node.parentNode instanceof ShadowRoot ? node.parentNode.host : null
  }

  /** Tells whether an element above cuts this text off, sideways. */
  const isCut = (text: Text, { left, right }: DOMRect): boolean => {
    if (left < -0.5 || right > clientWidth + 0.5) return true
    for (let above = parentOf(text); above; above = parentOf(above)) {
      const box = above.getBoundingClientRect()
      if (
        getComputedStyle(above).overflowX !== 'visible' &&
        (left < box.left - 0.5 || right > box.right + 0.5)
      )
        return true
      if (above instanceof HTMLElement && above.clientWidth > 0 && above.scrollWidth > above.clientWidth + 1)
        return true
    }
    return false
  }

  const visit = (root: Node): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (node.shadowRoot) visit(node.shadowRoot)
        continue
      }
      const text = node as Text
      // The text is meant for screen readers alone.
      if (!text.data.trim() || parentOf(text)?.closest('.unseen, script, style')) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      if ([...range.getClientRects()].some((rect) => isCut(text, rect)))
        found.push(text.data.trim().slice(0, 60))
    }
  }
  visit(document.documentElement)
  return found
}
