import { analyticsDesk } from '../../../../testing/emulators/analytics-desk.ts'
import type { Counter } from '../../../../testing/emulators/desk.ts'
import { API_KEY, createAmplitudeEmulator } from './emulator.ts'

export const counter: Counter = {
  paths: ['/2/httpapi', '/batch'],
  open: analyticsDesk('Amplitude', API_KEY, createAmplitudeEmulator),
}
