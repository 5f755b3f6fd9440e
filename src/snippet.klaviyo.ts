import { klaviyo } from './destinations/klaviyo.ts'
import { startFromScript } from './snippet.ts'

startFromScript(({ key = '', endpoint, ...options }) => [klaviyo({ companyId: key, endpoint }), options])
