/** The object in `json`; an empty one where a crash, or another program, has left something else. */
export const parsed = <Type extends object>(json: string | null | undefined): Partial<Type> => {
  try {
    return { ...JSON.parse(`${json}`) }
  } catch {
    return {}
  }
}
