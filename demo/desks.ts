import { API_KEY, createAmplitudeEmulator } from '../src/vendors/amplitude/emulator/emulator.ts'
import {
  createBloomreachEmulator,
  PROJECT_TOKEN,
  PUBLIC_TOKEN,
} from '../src/vendors/bloomreach/emulator/emulator.ts'
import { createCrowdpowerEmulator, PUBLIC_KEY } from '../src/vendors/crowdpower/emulator/emulator.ts'
import { createHelpcrunchEmulator } from '../src/vendors/helpcrunch/emulator/emulator.ts'
import { createKlaviyoEmulator } from '../src/vendors/klaviyo/emulator/emulator.ts'
import { createMixpanelEmulator, TOKEN } from '../src/vendors/mixpanel/emulator/emulator.ts'
import { createPosthogEmulator, PROJECT_KEY } from '../src/vendors/posthog/emulator/emulator.ts'
import { createSegmentEmulator, WRITE_KEY } from '../src/vendors/segment/emulator/emulator.ts'
import { createYotpoEmulator } from '../src/vendors/yotpo/emulator/emulator.ts'
import { ADDRESS } from './address.ts'
import { analyticsDesk } from './analytics-desk.ts'

/** An event as a vendor has recorded it, in the same words for all vendors. */
export interface Arrival {
  readonly name: string
  /** ISO 8601. */
  readonly time: string
  readonly person: string
  readonly properties: Readonly<Record<string, unknown>>
}

export interface DeskRequest {
  readonly timeMs: number
  readonly method: string
  readonly path: string
  readonly status: number
  readonly refusal?: string
  /** The vendor's words. */
  readonly details?: readonly string[]
  readonly body: string
}

/** A vendor's emulator, as the demo shows it. */
export interface Desk {
  readonly title: string
  /** Of the script tag, beside the address. */
  readonly attributes: Readonly<Record<string, string>>
  /** Whether it knows no anonymous visitors. */
  readonly needsPerson?: boolean
  handle(request: Request): Promise<Response>
  events(): readonly Arrival[]
  people(): number
  /** Events that came again: recognised, except by a vendor that `countsTwice`. */
  repeats(): number
  readonly countsTwice?: boolean
  requests(): readonly DeskRequest[]
}

export type VendorName =
  | 'klaviyo'
  | 'bloomreach'
  | 'crowdpower'
  | 'yotpo'
  | 'helpcrunch'
  | 'segment'
  | 'posthog'
  | 'amplitude'
  | 'mixpanel'

/** Says why an event with these properties is refused, if it is to be. */
export type Refuse = (properties: object | undefined) => string | undefined

const isoOf = (seconds: number): string => new Date(seconds * 1_000).toISOString()

const klaviyoDesk = (refuse: Refuse): Desk => {
  const klaviyo = createKlaviyoEmulator({ refuse: ({ properties }) => refuse(properties) })
  return {
    title: 'Klaviyo',
    attributes: { 'data-key': 'AbC123', 'data-endpoint': ADDRESS },
    handle: klaviyo.handle,
    requests: klaviyo.requests,
    repeats: klaviyo.duplicates,
    people: () => klaviyo.profiles().length,
    events: () =>
      klaviyo.events().map(({ metric, time, profile, properties }) => ({
        name: metric,
        time,
        person: `${profile.email ?? profile.external_id ?? 'anonymous'}`,
        properties,
      })),
  }
}

const bloomreachDesk = (refuse: Refuse): Desk => {
  const bloomreach = createBloomreachEmulator({ refuse: ({ properties }) => refuse(properties) })
  return {
    title: 'Bloomreach',
    attributes: { 'data-project': PROJECT_TOKEN, 'data-key': PUBLIC_TOKEN, 'data-endpoint': ADDRESS },
    handle: bloomreach.handle,
    requests: bloomreach.requests,
    repeats: bloomreach.duplicates,
    people: () => bloomreach.customers().length,
    events: () =>
      bloomreach.events().map(({ event_type, timestamp = 0, customer_ids, properties }) => ({
        name: event_type,
        time: isoOf(timestamp),
        person: customer_ids.registered ?? 'anonymous',
        properties,
      })),
  }
}

const crowdpowerDesk = (refuse: Refuse): Desk => {
  const crowdpower = createCrowdpowerEmulator({ refuse: ({ properties }) => refuse(properties) })
  return {
    title: 'Crowdpower',
    attributes: { 'data-key': PUBLIC_KEY, 'data-endpoint': ADDRESS },
    needsPerson: true,
    countsTwice: true,
    handle: crowdpower.handle,
    requests: crowdpower.requests,
    repeats: crowdpower.duplicates,
    people: () => crowdpower.customers().length,
    events: () =>
      crowdpower.events().map(({ action, created_at = 0, person, properties }) => ({
        name: action,
        time: isoOf(created_at),
        person: `${person.email ?? person.user_id}`,
        properties,
      })),
  }
}

const RELAYED = { 'data-relay': `${ADDRESS}/sendoff`, 'data-write-key': 'demo' }

const yotpoDesk = (refuse: Refuse): Desk => {
  const yotpo = createYotpoEmulator({ refuse: ({ properties }) => refuse(properties) })
  return {
    title: 'Yotpo',
    attributes: RELAYED,
    needsPerson: true,
    handle: yotpo.handle,
    requests: yotpo.requests,
    repeats: yotpo.overridden,
    people: () => new Set(yotpo.events().map(({ customer }) => JSON.stringify(customer))).size,
    events: () =>
      yotpo.events().map(({ type, occurred_at, customer, properties = {} }) => ({
        name: type,
        time: occurred_at,
        person: `${customer.email ?? customer.external_id ?? customer.phone_number}`,
        properties,
      })),
  }
}

const helpcrunchDesk = (refuse: Refuse): Desk => {
  // The real limit, 120 a minute, would make visitors of the demo wait for a burst.
  const helpcrunch = createHelpcrunchEmulator({
    refuse: ({ data }) => refuse(data),
    enforceRateLimits: false,
  })
  const emailOf = (wanted: number) => helpcrunch.customers().find(({ id }) => id === wanted)?.email
  return {
    title: 'HelpCrunch',
    attributes: RELAYED,
    needsPerson: true,
    handle: helpcrunch.handle,
    requests: helpcrunch.requests,
    repeats: () => 0,
    people: () => helpcrunch.customers().length,
    events: () =>
      helpcrunch.events().map(({ name, data, customer, createdAtMs }) => ({
        name,
        time: new Date(createdAtMs).toISOString(),
        person: `${emailOf(customer) ?? customer}`,
        properties: data,
      })),
  }
}

/** All vendors, each with its emulator. */
export const createDesks = (refuse: Refuse): Readonly<Record<VendorName, Desk>> => ({
  klaviyo: klaviyoDesk(refuse),
  bloomreach: bloomreachDesk(refuse),
  crowdpower: crowdpowerDesk(refuse),
  yotpo: yotpoDesk(refuse),
  helpcrunch: helpcrunchDesk(refuse),
  segment: analyticsDesk('Segment', WRITE_KEY, createSegmentEmulator)(refuse),
  posthog: analyticsDesk('PostHog', PROJECT_KEY, createPosthogEmulator)(refuse),
  amplitude: analyticsDesk('Amplitude', API_KEY, createAmplitudeEmulator)(refuse),
  mixpanel: analyticsDesk('Mixpanel', TOKEN, createMixpanelEmulator)(refuse),
})

/** The attributes of the script tag, for a vendor that is reached at `address`. */
export const attributesOf = ({ attributes }: Desk, address: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, value.replace(ADDRESS, address)]),
  )
