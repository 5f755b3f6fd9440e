import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Observe } from '../observation.ts'

/** Makes counters that Prometheus can read. */
export const createMetrics = () => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'sendoff_requests_total',
    help: 'Requests that were answered, by status',
    labelNames: ['status'],
    registers,
  })
  const events = new Counter({
    name: 'sendoff_events_total',
    help: 'What became of events, by vendor: delivered, queued, or the reason why not',
    labelNames: ['vendor', 'outcome'],
    registers,
  })
  const calls = new Counter({
    name: 'sendoff_vendor_requests_total',
    help: 'Requests to vendors, by what was answered',
    labelNames: ['vendor', 'status'],
    registers,
  })

  const observe: Observe = (observation) => {
    switch (observation.type) {
      case 'request':
        return requests.inc({ status: observation.status })
      case 'event':
        return events.inc({ vendor: observation.vendor, outcome: observation.outcome })
      case 'call':
        return calls.inc({ vendor: observation.vendor, status: observation.status })
    }
  }

  return {
    observe,
    /** Adds a number for each vendor, which is read when Prometheus asks, and left out when it cannot be read. */
    gauge(
      name: string,
      help: string,
      count: (set: (vendor: string, value: number) => void) => Promise<void>,
    ): void {
      const gauge: Gauge = new Gauge({
        name,
        help,
        labelNames: ['vendor'],
        registers,
        async collect() {
          gauge.reset()
          await count((vendor, value) => gauge.set({ vendor }, value)).catch(() => gauge.reset())
        },
      })
    },
    type: registry.contentType,
    text: () => registry.metrics(),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
