import { analyticsCounter } from '../../../../testing/emulators/analytics-desk.ts'
import { API_KEY, createAmplitudeEmulator } from './emulator.ts'

export const counter = analyticsCounter(
  { title: 'Amplitude', key: API_KEY, create: createAmplitudeEmulator },
  ['/2/httpapi', '/batch'],
)
