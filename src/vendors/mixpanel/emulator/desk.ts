import { analyticsDesk } from '../../../../testing/emulators/analytics-desk.ts'
import type { Counter } from '../../../../testing/emulators/desk.ts'
import { createMixpanelEmulator, TOKEN } from './emulator.ts'

export const counter: Counter = {
  paths: ['/track', '/engage'],
  open: analyticsDesk('Mixpanel', TOKEN, createMixpanelEmulator),
}
