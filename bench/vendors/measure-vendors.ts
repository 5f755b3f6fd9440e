import type { FaultName } from '../delivery/faults.ts'
import { playFaults } from '../delivery/play-faults.ts'
import type { Verdict } from '../delivery/verdict.ts'
import { SENDERS, type Sender, type VendorName } from './names.ts'
import { setVendorStage } from './vendor-stage.ts'

export interface VendorRun extends Verdict {
  readonly vendor: VendorName
  readonly sender: Sender
  readonly fault: FaultName
}

export interface VendorOptions {
  readonly vendors: readonly VendorName[]
  readonly faults: readonly FaultName[]
  readonly runs: number
  readonly parallel: number
  readonly tell: (line: string) => void
  /** Called with all results so far. */
  readonly keep: (found: readonly VendorRun[]) => void
}

/** Measures every vendor's own library and sendoff, under every fault, each with the vendor's emulator. */
export const measureVendors = async ({
  vendors,
  faults,
  runs,
  parallel,
  tell,
  keep,
}: VendorOptions): Promise<readonly VendorRun[]> => {
  const jobs = faults.flatMap((fault) =>
    vendors.flatMap((vendor) =>
      SENDERS.flatMap((sender) =>
        Array.from({ length: runs }, () => ({
          of: { vendor, sender, fault },
          title: `${vendor}, ${sender}`,
          fault,
          start: () => setVendorStage(vendor, sender),
        })),
      ),
    ),
  )
  return playFaults({ jobs, parallel, tell, keep })
}
