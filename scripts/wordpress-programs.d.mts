/** Where each of them lies. */
export interface WordPressPrograms {
  /** The folder with `wp-load.php`. */
  readonly wordpress: string | undefined
  readonly php: string | undefined
  readonly server: string | undefined
  readonly install: string | undefined
  readonly client: string | undefined
}

export function findWordPress(): WordPressPrograms
export function ensureWordPress(): WordPressPrograms
