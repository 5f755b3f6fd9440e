import { bloomreach } from './destinations/bloomreach.ts'
import { startFromScript } from './snippet.ts'

startFromScript({
  bloomreach: ({ project = '', ...rest }) => bloomreach({ projectToken: project, ...rest }),
})
