// Stands in for the facade until it is there.

import { randomHex } from '../../src/browser/random.ts'
import { createIds } from '../../src/core/id.ts'
import { createTracker } from '../../src/create-tracker.ts'
import { klaviyo } from '../../src/destinations/klaviyo.ts'
import { campaignOf } from '../../src/full/campaign.ts'
import { createContext } from '../../src/full/context.ts'
import { onDeclared } from '../../src/full/declarative.ts'
import { createPageFacts } from '../../src/full/page-facts.ts'
import { onPageViews } from '../../src/full/page-views.ts'
import { createRedaction } from '../../src/full/redaction.ts'
import { createSession, SESSION } from '../../src/full/session.ts'
import { onSharedChange } from '../../src/full/shared-change.ts'
import { whenShown } from '../../src/full/when-shown.ts'
import { createLocalArea } from '../../src/storage/local-area.ts'

const data = { ...document.currentScript?.dataset }
const bare = createTracker({ destinations: [klaviyo({ companyId: 'AbC123', endpoint: data.endpoint })] })
const now = () => Date.now()
const redact = createRedaction(undefined, console.warn)
const session = createSession({
  area: createLocalArea(() => localStorage),
  now,
  newId: createIds(now, randomHex()),
  campaign: () => campaignOf(redact(location.href) ?? ''),
  onChange: (changed) => onSharedChange(SESSION, changed),
})
whenShown(() => session.current())
const context = createContext({ facts: createPageFacts(), redact, session: () => session.current() })
const track = Object.assign(
  (name: string, properties?: object, options?: object) =>
    bare(name, context({ type: 'track', name, properties }).properties as object, options),
  bare,
)
Object.assign(window, { track })
if ('pageviews' in data) onPageViews(() => track('Viewed Page'))
if ('declarative' in data) onDeclared(track, { outbound: 'outbound' in data, redact })
