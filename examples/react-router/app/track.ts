import { createTracker } from 'sendoff'
import { klaviyo } from 'sendoff/klaviyo'

export const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })

import.meta.hot?.dispose(() => track.close())
