import { FAULT_NAMES, FAULTS, type FaultName } from '../delivery/faults.ts'
import { TITLES } from '../trackers/names.ts'
import type { VendorRun } from '../vendors/measure-vendors.ts'
import { SENDERS, type Sender, VENDORS, type VendorName } from '../vendors/names.ts'
import { doubledCell, lostCell, timesCell } from './delivery-cells.ts'
import type { Section } from './section.ts'
import { table } from './table.ts'

const SENDER_TITLES: Readonly<Record<Sender, string>> = { library: 'its library', sendoff: 'sendoff' }

const COLUMNS = VENDORS.flatMap((vendor) => SENDERS.map((sender) => ({ vendor, sender })))

/** Returns what the emulators refused, by sender. */
const violationsIn = (all: readonly VendorRun[]): string => {
  const found = all.flatMap(({ vendor, sender, violations = [] }) =>
    violations.map((detail) => `${TITLES[vendor]}, ${SENDER_TITLES[sender]}: ${detail.split('\n')[0]}`),
  )
  return found.length
    ? `As a breach of the contract, the emulators turned away: ${[...new Set(found)].join('; ')}. Bodies are sent without compression,
as everywhere in this report; what compression would change was not measured.`
    : 'The emulators turned no request away as a breach of the contract.'
}

/** Makes the part of "Delivery" in which a vendor's own library and sendoff send to one emulator. */
export const vendorsSection = (all: readonly VendorRun[]): Section => {
  const runsOf = (vendor: VendorName, sender: Sender, fault: FaultName): readonly VendorRun[] =>
    all.filter((run) => run.vendor === vendor && run.sender === sender && run.fault === fault)
  const grid = (cell: (runs: readonly VendorRun[]) => string): string =>
    table(
      ['', ...COLUMNS.map(({ vendor, sender }) => `${TITLES[vendor]}, ${SENDER_TITLES[sender]}`)],
      FAULT_NAMES.map((fault) => [
        FAULTS[fault].title,
        ...COLUMNS.map(({ vendor, sender }) => cell(runsOf(vendor, sender, fault))),
      ]),
    )
  const runs = Math.max(0, ...FAULT_NAMES.map((fault) => runsOf('segment', 'sendoff', fault).length))
  return {
    title: 'The same vendor, the same emulator',
    partOf: 'Delivery',
    text: `The same faults; each vendor's own library for browsers and sendoff with that vendor's destination send to the strict emulator of that vendor, ${runs === 1 ? 'one run each, beside other work' : `${runs} runs each`}.
The emulator knows the vendor's public interface, in which sendoff speaks; what the library sends under other paths, and with fields beside, is put into that form on the
way (\`vendors/library-forms.ts\`): ids, names, persons and properties stay. What else a library asks for is answered as above. Amplitude's library sends its default of 30 events at a time, as the vendor
throttles more of one device. The emulators have limits of size and number, and none of requests a second; sendoff keeps to the vendors' rates by itself, which its times of the loop show.

Lost, of those tracked:

${grid(lostCell)}

Copies beyond the first that arrived, and in brackets the events that the emulator recorded more than once, as it did not know them again:

${grid(doubledCell)}

Seconds from \`track()\` to the arrival, of what arrived: median, and last in brackets.

${grid(timesCell)}

${violationsIn(all)}`,
    charts: {},
  }
}
