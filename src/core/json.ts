/** Returns the object in `json`; an empty object where a crash, or another program, has left something else. */
export const parsed = <Type extends object>(json: string | null | undefined): Partial<Type> => {
  try {
    return { ...JSON.parse(`${json}`) }
  } catch {
    return {}
  }
}

/** Returns a list or a text as it is, whatever old libraries (prototype.js) make of it in JSON. */
function original(this: Record<string, unknown>, name: string, value: unknown): unknown {
  const given = this[name]
  return typeof given === 'string' || Array.isArray(given) ? given : value
}

/**
 * Returns `value` as JSON. Only a page with such a library visits every part, because that takes three times as long.
 */
export const jsonOf = (value: unknown): string =>
  JSON.stringify(value, 'toJSON' in Array.prototype ? original : undefined)
