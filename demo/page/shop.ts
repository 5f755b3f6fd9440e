// The shop's own code, as a shop would write it: it knows nothing of the tracker but `window.track`.
import { pageFacts, tracker } from './demo-window.ts'
import { takeTickets } from './tickets.ts'

const BURST = 200
const PERSON = 'demo-person'

const say = (text: string): void => {
  const note = document.querySelector('#note')
  if (note) note.textContent = text
}

/** Tracks the same event this number of times, in one task; returns the last receipt, which is stored when all are. */
export const trackMany = (name: string, count: number) => {
  const receipts = takeTickets(count).map((ticket, index) => tracker()(name, { ticket, step: index + 1 }))
  return receipts.at(-1)
}

const propertiesOf = (button: HTMLElement): Readonly<Record<string, unknown>> => {
  const product = button.closest<HTMLElement>('.product')
  if (!product) return { page: location.pathname }
  const { sku, name, price } = product.dataset
  return { sku, name, value: Number(price), currency: 'EUR' }
}

const trackButton = (button: HTMLElement): void => {
  const [ticket] = takeTickets(1)
  tracker()(`${button.dataset.track}`, { ticket, ...propertiesOf(button) })
  say(`Tracked “${button.dataset.track}”, ticket ${ticket}.`)
}

const identify = (traits: Readonly<Record<string, string>>): void => {
  tracker().identify(undefined, traits)
  localStorage.setItem(PERSON, `${traits.email}`)
  say(`You are ${traits.email} from now on.`)
}

const onSubmit = (event: SubmitEvent): void => {
  event.preventDefault()
  const fields = [...new FormData(event.target as HTMLFormElement)]
  identify(Object.fromEntries(fields.map(([name, value]) => [name, `${value}`]).filter(([, value]) => value)))
}

/** Makes the page's buttons track. */
export const startShop = (): void => {
  for (const button of document.querySelectorAll<HTMLElement>('[data-track]'))
    button.addEventListener('click', () => trackButton(button))
  document.querySelector('#burst')?.addEventListener('click', () => {
    trackMany('Scrolled', BURST)
    say(`Tracked ${BURST} events.`)
  })
  document.querySelector('#burst-and-leave')?.addEventListener('click', () => {
    trackMany('Scrolled', BURST)
    location.href = `/care${location.search}`
  })
  document.querySelector<HTMLFormElement>('#identify')?.addEventListener('submit', onSubmit)

  const { needsPerson, title } = pageFacts()
  if (!needsPerson || localStorage.getItem(PERSON)) return
  identify({ email: 'ada@shop.test', firstName: 'Ada' })
  say(`${title} takes events of people it can name only: you are signed in as ada@shop.test.`)
}
