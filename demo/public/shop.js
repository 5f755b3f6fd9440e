// Plain page code, as a shop would write it: all it knows of the tracker is window.track.
const BURST = 200

const note = document.querySelector('#note')
const status = document.querySelector('#status')

const say = (text) => {
  note.textContent = text
}

const propertiesOf = (button) => {
  const product = button.closest('.product')
  if (!product) return { page: location.pathname }
  const { sku, name, price } = product.dataset
  return { sku, name, value: Number(price), currency: 'EUR' }
}

for (const button of document.querySelectorAll('[data-track]')) {
  button.addEventListener('click', () => {
    window.track(button.dataset.track, propertiesOf(button))
    say(`Tracked “${button.dataset.track}”.`)
  })
}

const burst = () => {
  for (let step = 1; step <= BURST; step += 1) window.track('Scrolled', { step })
}

document.querySelector('#burst')?.addEventListener('click', () => {
  burst()
  say(`Tracked ${BURST} events.`)
})

document.querySelector('#burst-and-leave')?.addEventListener('click', () => {
  burst()
  location.href = '/care'
})

document.querySelector('#identify')?.addEventListener('submit', (event) => {
  event.preventDefault()
  const traits = Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value !== ''))
  window.track.identify(undefined, traits)
  say(`Identified as ${traits.email}.`)
})

const showStatus = async () => {
  const value = await window.track.status?.()
  status.textContent =
    value === undefined ? 'The script has not arrived yet.' : JSON.stringify(value, null, 2)
}

showStatus()
setInterval(showStatus, 500)
