// Written by scripts/vendors.mjs: what the folders beside are.
import type { Adoptions } from '../adoption.ts'
import { adoption as bloomreach } from '../bloomreach/adoption.ts'
import { adoption as klaviyo } from '../klaviyo/adoption.ts'

/** Every vendor whose own script's visitors are kept. */
export const ADOPTIONS: Adoptions = {
  bloomreach,
  klaviyo,
}
