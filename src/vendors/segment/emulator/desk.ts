import { analyticsCounter } from '../../../../testing/emulators/analytics-desk.ts'
import { createSegmentEmulator, WRITE_KEY } from './emulator.ts'

export const counter = analyticsCounter({ title: 'Segment', key: WRITE_KEY, create: createSegmentEmulator }, [
  '/v1/batch',
])
