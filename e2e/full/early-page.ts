// As the script tag does it: a call that was made before the script was there, on a page that has gone on since.
import { klaviyo } from '../../src/destinations/klaviyo.ts'
import { createFullClient } from '../../src/full/full-client.ts'

const { endpoint } = { ...document.currentScript?.dataset }
const { track, replayAt } = createFullClient({ destinations: [klaviyo({ companyId: 'AbC123', endpoint })] })
const url = `${location.origin}/landing?utm_source=news&email=ada@shop.test`
replayAt(Date.now() - 5_000, { url, title: 'Landing', referrer: 'https://search.test/' })
track('Tested', { label: 'early' })
replayAt()
track('Tested', { label: 'now' })
Object.assign(window, { track })
