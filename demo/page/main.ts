import { BOARD_STYLE } from '../../src/inspector/board-style.ts'
import { createPeek } from './peek.ts'
import { startShop } from './shop.ts'
import { startStation } from './station.ts'

const style = new CSSStyleSheet()
style.replaceSync(BOARD_STYLE)
document.adoptedStyleSheets.push(style)

startShop()
const station = document.querySelector<HTMLElement>('#station')
if (station) {
  const peek = createPeek(station)
  document.body.append(peek)
  startStation(station, peek)
}
