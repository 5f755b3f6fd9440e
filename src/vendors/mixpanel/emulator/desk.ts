import { analyticsCounter } from '../../../../testing/emulators/analytics-desk.ts'
import { createMixpanelEmulator, TOKEN } from './emulator.ts'

export const counter = analyticsCounter({ title: 'Mixpanel', key: TOKEN, create: createMixpanelEmulator }, [
  '/track',
  '/engage',
])
