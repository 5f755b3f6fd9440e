import type { HelpcrunchCustomerFields, HelpcrunchSearch } from './schema.ts'

export interface HelpcrunchCustomer extends HelpcrunchCustomerFields {
  readonly id: number
}

export interface HelpcrunchEvent {
  readonly id: number
  readonly name: string
  readonly data: Readonly<Record<string, string | number | boolean>>
  readonly customer: number
  /** The time of receipt: HelpCrunch takes no other. */
  readonly createdAtMs: number
}

const FIRST_CUSTOMER = 542_001

const matches = (
  customer: HelpcrunchCustomer,
  { field, operator, value }: HelpcrunchSearch['filter'][number],
): boolean => {
  const own = customer[field.replace('customers.', '') as 'id']
  const isLike = `${own ?? ''}`.toLowerCase().includes(`${value}`.toLowerCase())
  switch (operator) {
    case '=':
      return own === value
    case '!=':
      return own !== value
    case '~':
      return isLike
    case '!~':
      return !isLike
    default:
      return typeof own === 'number' && typeof value === 'number' && compare(own, operator, value)
  }
}

const compare = (own: number, operator: '>' | '<' | '>=' | '<=', value: number): boolean =>
  ({ '>': own > value, '<': own < value, '>=': own >= value, '<=': own <= value })[operator]

/** The data of one HelpCrunch account. It recognises no repeats, neither of events nor of customers. */
export const createHelpcrunchAccount = (now: () => number) => {
  const customers: HelpcrunchCustomer[] = []
  const events: HelpcrunchEvent[] = []

  return {
    addCustomer(fields: HelpcrunchCustomerFields): HelpcrunchCustomer {
      const customer = { ...fields, id: FIRST_CUSTOMER + customers.length }
      customers.push(customer)
      return customer
    },
    removeCustomer(id: number): void {
      const index = customers.findIndex((customer) => customer.id === id)
      if (index >= 0) customers.splice(index, 1)
    },
    search({ filter, comparison = 'AND', limit = 20, offset = 0 }: HelpcrunchSearch) {
      const fits = (customer: HelpcrunchCustomer): boolean =>
        comparison === 'OR'
          ? filter.some((clause) => matches(customer, clause))
          : filter.every((clause) => matches(customer, clause))
      const all = customers.filter(fits)
      return { data: all.slice(offset, offset + limit), total: all.length }
    },
    addEvent({
      name,
      data,
      customer,
    }: Omit<HelpcrunchEvent, 'id' | 'createdAtMs'>): HelpcrunchEvent | undefined {
      if (!customers.some(({ id }) => id === customer)) return undefined
      const event = { id: events.length + 1, name, data, customer, createdAtMs: now() }
      events.push(event)
      return event
    },
    customers: (): readonly HelpcrunchCustomer[] => [...customers],
    events: (): readonly HelpcrunchEvent[] => [...events],
  }
}
