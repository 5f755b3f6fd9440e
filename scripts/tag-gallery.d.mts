export const CATEGORIES: readonly string[]
export function prepareGallery(folder: string, changeNotes: string): void
