// Everything here comes from visitors, so it is shown as text and never as markup.
const REFRESH_MS = 700

const cell = (value) => {
  const element = document.createElement('td')
  element.textContent = typeof value === 'string' ? value : JSON.stringify(value)
  return element
}

const row = (values) => {
  const element = document.createElement('tr')
  element.append(...values.map(cell))
  return element
}

const emptyRow = (columns) => {
  const element = row(['Nothing yet.'])
  element.firstChild.colSpan = columns
  element.className = 'empty'
  return element
}

const fill = (selector, rows, columns) => {
  document.querySelector(selector).replaceChildren(...(rows.length > 0 ? rows : [emptyRow(columns)]))
}

const total = ([name, count]) => {
  const box = document.createElement('div')
  const term = document.createElement('dt')
  const value = document.createElement('dd')
  term.textContent = name
  value.textContent = String(count)
  box.append(term, value)
  return box
}

const timeOf = (timeMs) => new Date(timeMs).toISOString().slice(11, 23)

const requestRow = ({ timeMs, path, status, isOver, chars }) =>
  row([timeOf(timeMs), path, `${status ?? (isOver ? 'no answer' : 'under way')}`, chars])

const show = ({ totals, events, requests, refusals }) => {
  document.querySelector('#totals').replaceChildren(...Object.entries(totals).map(total))
  const eventRow = ({ name, time, person, properties }) => row([name, time.slice(11, 19), person, properties])
  fill('#events', events.map(eventRow), 4)
  fill('#requests', requests.map(requestRow), 4)
  const refusalRow = ({ timeMs, path, status, words }) => row([timeOf(timeMs), path, status, words])
  fill('#refusals', refusals.map(refusalRow), 4)
}

const refresh = async () => {
  try {
    const response = await fetch(`/arrived.json${location.search}`)
    show(await response.json())
  } catch (error) {
    // The demo was stopped; the last state stays on the page until the demo runs again.
    console.warn(error)
  }
  setTimeout(refresh, REFRESH_MS)
}

refresh()
