import { type Page, type Site, startSite } from '../../testing/http/site.ts'

const portsUsed = new Set<number>()

/** Starts a site at an origin that no test of this worker has used, because they share a browser. */
export const startFreshSite = async (routes: Readonly<Record<string, Page>>): Promise<Site> => {
  const site = await startSite({ routes })
  if (!portsUsed.has(site.port)) {
    portsUsed.add(site.port)
    return site
  }
  const fresh = await startFreshSite(routes)
  await site.close()
  return fresh
}
