/**
 * The script element that runs; undefined where there is none: in a module, or a bundle that is evaluated as text. Asked
 * of the prototype, as `document.currentScript` is an image where a page has `<img name="currentScript">`.
 */
export const runningScript = (): HTMLScriptElement | undefined => {
  const script: unknown = Reflect.get(Document.prototype, 'currentScript', document)
  return script instanceof HTMLScriptElement ? script : undefined
}

/**
 * What of ours has this name on the page, a tracker or its stub: a function in any case. An element with such an `id`,
 * a form or a frame with such a `name`, is none.
 */
export const functionNamed = <Its>(name: string): Its | undefined => {
  const named: unknown = Reflect.get(window, name)
  return named instanceof Function ? (named as Its) : undefined
}
