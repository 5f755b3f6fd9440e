/**
 * Returns the running script element; undefined in a module, or in a bundle that is evaluated as text. The prototype is
 * asked, because `document.currentScript` is an image where a page has `<img name="currentScript">`.
 */
export const runningScript = (): HTMLScriptElement | undefined => {
  const script: unknown = Reflect.get(Document.prototype, 'currentScript', document)
  return script instanceof HTMLScriptElement ? script : undefined
}

/**
 * Returns the page's tracker, or its stub, of this name: both are functions. An element with such an `id`, or a form or
 * a frame with such a `name`, is not a tracker.
 */
export const functionNamed = <Its>(name: string): Its | undefined => {
  const named: unknown = Reflect.get(window, name)
  return named instanceof Function ? (named as Its) : undefined
}
