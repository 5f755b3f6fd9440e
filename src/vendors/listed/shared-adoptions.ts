// Written by scripts/vendors.mjs: what the folders beside are.
import type { Adoptions } from '../adoption.ts'
import { adoption as bloomreach } from '../bloomreach/adoption.ts'
import { adoption as klaviyo } from '../klaviyo/adoption.ts'

/** Those of the scripts that have more than one vendor. */
export const SHARED_ADOPTIONS: Adoptions = {
  bloomreach,
  klaviyo,
}
