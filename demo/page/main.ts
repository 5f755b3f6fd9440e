import { BOARD_STYLE } from '../../src/inspector/board-style.ts'
import { startShop } from './shop.ts'
import { createPeek, startStation } from './station.ts'

const style = new CSSStyleSheet()
style.replaceSync(BOARD_STYLE)
document.adoptedStyleSheets.push(style)

startShop()
const station = document.querySelector<HTMLElement>('#station')
if (station) {
  // On a phone the board lies below the shop: a line at the foot of the screen tells how it stands, and leads there.
  const peek = createPeek()
  document.body.append(peek)
  startStation(station, peek)
}
