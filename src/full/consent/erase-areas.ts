const remove = (area: Storage): void => {
  for (const name of Object.keys(area)) if (/^sendoff[-/]/.test(name)) area.removeItem(name)
}

/** Removes what is sendoff's from localStorage and sessionStorage. */
export const eraseAreas = (): void => {
  for (const areaOf of [() => localStorage, () => sessionStorage])
    try {
      remove(areaOf())
    } catch {
      // Refused to this page: so there is nothing in it.
    }
}
