// Written by scripts/vendors.mjs: what the folders beside are.
import type { Adoptions } from '../adoption.ts'
import { adoption as amplitude } from '../amplitude/adoption.ts'
import { adoption as bloomreach } from '../bloomreach/adoption.ts'
import { adoption as klaviyo } from '../klaviyo/adoption.ts'
import { adoption as mixpanel } from '../mixpanel/adoption.ts'
import { adoption as posthog } from '../posthog/adoption.ts'
import { adoption as segment } from '../segment/adoption.ts'

/** Every vendor whose own script's visitors are kept. */
export const ADOPTIONS: Adoptions = {
  amplitude,
  bloomreach,
  klaviyo,
  mixpanel,
  posthog,
  segment,
}
