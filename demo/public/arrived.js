// Everything comes from visitors, so it is shown as text and never as markup.
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

const requestRow = ({ time, path, status, events, bytes, details }) => {
  const element = row([time.slice(11, 23), path, status, events, bytes, details.join(' ')])
  if (status !== 202) element.className = 'refused'
  return element
}

const show = ({ mode, totals, events, requests }) => {
  document.querySelector('#totals').replaceChildren(...Object.entries(totals).map(total))
  for (const input of document.querySelectorAll('[name=mode]')) {
    input.checked = JSON.parse(input.value).type === mode
  }
  const eventRow = ({ metric, time, person, properties, unique_id }) =>
    row([metric, time.slice(11, 19), person, properties, unique_id])
  fill('#events', events.map(eventRow), 5)
  fill('#requests', requests.map(requestRow), 6)
}

const refresh = async () => {
  try {
    const response = await fetch('/arrived.json')
    show(await response.json())
  } catch (error) {
    // The demo was stopped; what was shown last stays on the page until it runs again.
    console.warn(error)
  }
  setTimeout(refresh, REFRESH_MS)
}

document.querySelector('#modes').addEventListener('change', (event) => {
  fetch('/vendor', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: event.target.value,
  })
})

refresh()
