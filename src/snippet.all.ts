import { bloomreach } from './destinations/bloomreach.ts'
import { crowdpower } from './destinations/crowdpower.ts'
import { klaviyo } from './destinations/klaviyo.ts'
import { startFromScript } from './snippet.ts'

startFromScript({
  klaviyo: ({ key, ...rest }) => klaviyo({ companyId: key, ...rest }),
  bloomreach: ({ project = '', ...rest }) => bloomreach({ projectToken: project, ...rest }),
  crowdpower,
})
