import { PEERS_THAT_QUEUE } from '../trackers/names.ts'
import { measurePeerUntilItFails, type PeerGrowth } from './peer-growth.ts'
import { measureSendoffGrowth, type SendoffGrowth } from './sendoff-growth.ts'

export interface GrowthResults {
  readonly sendoff: readonly SendoffGrowth[]
  readonly peers: readonly PeerGrowth[]
}

export interface GrowthOptions {
  readonly lengths: readonly number[]
  readonly tell: (line: string) => void
}

/** Measures queues of growing length, each in a browser with a profile of its own. */
export const measureGrowth = async ({ lengths, tell }: GrowthOptions): Promise<GrowthResults> => {
  const sendoff: SendoffGrowth[] = []
  for (const events of lengths) {
    const result = await measureSendoffGrowth(events)
    sendoff.push(result)
    const { enqueueMs, startUp, drainMs } = result
    tell(
      `sendoff, ${events} events: enqueued in ${Math.round(enqueueMs)} ms, started in ${startUp.storedMs.toFixed(1)} ms, drained in ${Math.round(drainMs)} ms`,
    )
  }
  const peers: PeerGrowth[] = []
  for (const tracker of PEERS_THAT_QUEUE)
    peers.push(...(await measurePeerUntilItFails(tracker, lengths, tell)))
  return { sendoff, peers }
}
