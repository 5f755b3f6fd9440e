import { analyticsDesk } from '../../../../testing/emulators/analytics-desk.ts'
import type { Counter } from '../../../../testing/emulators/desk.ts'
import { createPosthogEmulator, PROJECT_KEY } from './emulator.ts'

export const counter: Counter = {
  paths: ['/batch/'],
  open: analyticsDesk('PostHog', PROJECT_KEY, createPosthogEmulator),
}
