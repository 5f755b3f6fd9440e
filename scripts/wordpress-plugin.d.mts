export function copyWordPressPlugin(folder: string): void
