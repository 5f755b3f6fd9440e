import { analyticsCounter } from '../../../../testing/emulators/analytics-desk.ts'
import { createPosthogEmulator, PROJECT_KEY } from './emulator.ts'

export const counter = analyticsCounter(
  { title: 'PostHog', key: PROJECT_KEY, create: createPosthogEmulator },
  ['/batch/'],
)
