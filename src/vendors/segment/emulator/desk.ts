import { analyticsDesk } from '../../../../testing/emulators/analytics-desk.ts'
import type { Counter } from '../../../../testing/emulators/desk.ts'
import { createSegmentEmulator, WRITE_KEY } from './emulator.ts'

export const counter: Counter = {
  paths: ['/v1/batch'],
  open: analyticsDesk('Segment', WRITE_KEY, createSegmentEmulator),
}
