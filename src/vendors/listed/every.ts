// Written by scripts/vendors.mjs: what the folders beside are.
import type { Destination } from '../../core/destination.ts'
import type { Make } from '../attributes.ts'
import { fromAttributes as amplitudeFromAttributes } from '../amplitude/attributes.ts'
import { fromAttributes as bloomreachFromAttributes } from '../bloomreach/attributes.ts'
import { fromAttributes as crowdpowerFromAttributes } from '../crowdpower/attributes.ts'
import { fromAttributes as helpcrunchFromAttributes } from '../helpcrunch/attributes.ts'
import { fromAttributes as httpFromAttributes } from '../http/attributes.ts'
import { fromAttributes as klaviyoFromAttributes } from '../klaviyo/attributes.ts'
import { fromAttributes as mixpanelFromAttributes } from '../mixpanel/attributes.ts'
import { fromAttributes as posthogFromAttributes } from '../posthog/attributes.ts'
import { fromAttributes as segmentFromAttributes } from '../segment/attributes.ts'
import { fromAttributes as yotpoFromAttributes } from '../yotpo/attributes.ts'
import { amplitude } from '../amplitude/destination.ts'
import { bloomreach } from '../bloomreach/destination.ts'
import { crowdpower } from '../crowdpower/destination.ts'
import { helpcrunch } from '../helpcrunch/destination.ts'
import { http } from '../http/destination.ts'
import { klaviyo } from '../klaviyo/destination.ts'
import { mixpanel } from '../mixpanel/destination.ts'
import { posthog } from '../posthog/destination.ts'
import { segment } from '../segment/destination.ts'
import { yotpo } from '../yotpo/destination.ts'

/** Every vendor, from the options of its destination. */
export const FROM_OPTIONS: Readonly<Record<string, (options: never) => Destination>> = {
  amplitude,
  bloomreach,
  crowdpower,
  helpcrunch,
  http,
  klaviyo,
  mixpanel,
  posthog,
  segment,
  yotpo,
}

/** Every vendor, from a script tag's attributes. */
export const FROM_ATTRIBUTES: Readonly<Record<string, Make>> = {
  amplitude: amplitudeFromAttributes,
  bloomreach: bloomreachFromAttributes,
  crowdpower: crowdpowerFromAttributes,
  helpcrunch: helpcrunchFromAttributes,
  http: httpFromAttributes,
  klaviyo: klaviyoFromAttributes,
  mixpanel: mixpanelFromAttributes,
  posthog: posthogFromAttributes,
  segment: segmentFromAttributes,
  yotpo: yotpoFromAttributes,
}
