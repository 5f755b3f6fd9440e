// Written by scripts/vendors.mjs: what the folders beside are.
import type { Make } from '../attributes.ts'
import { ATTRIBUTES as bloomreachAttributes, fromAttributes as bloomreach } from '../bloomreach/attributes.ts'
import { ATTRIBUTES as crowdpowerAttributes, fromAttributes as crowdpower } from '../crowdpower/attributes.ts'
import { ATTRIBUTES as helpcrunchAttributes, fromAttributes as helpcrunch } from '../helpcrunch/attributes.ts'
import { ATTRIBUTES as httpAttributes, fromAttributes as http } from '../http/attributes.ts'
import { ATTRIBUTES as klaviyoAttributes, fromAttributes as klaviyo } from '../klaviyo/attributes.ts'
import { ATTRIBUTES as yotpoAttributes, fromAttributes as yotpo } from '../yotpo/attributes.ts'

/** The vendors of the scripts that have more than one. */
export const SHARED_VENDORS: Readonly<Record<string, Make>> = {
  bloomreach,
  crowdpower,
  helpcrunch,
  http,
  klaviyo,
  yotpo,
}

/** The attributes of all of them. */
export const SHARED_ATTRIBUTES = `${bloomreachAttributes} ${crowdpowerAttributes} ${helpcrunchAttributes} ${httpAttributes} ${klaviyoAttributes} ${yotpoAttributes}`
