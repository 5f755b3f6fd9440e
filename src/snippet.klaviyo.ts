import { klaviyo } from './destinations/klaviyo.ts'
import { startFromScript } from './snippet.ts'

startFromScript({ klaviyo: ({ key, ...rest }) => klaviyo({ companyId: key, ...rest }) })
