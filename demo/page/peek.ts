import { element } from '../../src/inspector/element.ts'

/**
 * Makes a line at the foot of a small screen that tells how the board stands and leads to it; the line shows only while
 * the board is out of sight.
 */
export const createPeek = (board: HTMLElement): HTMLElement => {
  const peek = element('a', 'peek', [], { href: `#${board.id}` })
  new IntersectionObserver(([entry]) => {
    peek.hidden = entry?.isIntersecting ?? false
  }).observe(board)
  return peek
}
