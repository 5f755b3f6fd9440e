// Next.js is large, and this declaration is all that is needed of it.
declare module 'next/navigation.js' {
  /**
   * https://nextjs.org/docs/app/api-reference/functions/use-pathname; the result is null in the pages router, before it
   * is ready.
   */
  export const usePathname: () => string | null
}
