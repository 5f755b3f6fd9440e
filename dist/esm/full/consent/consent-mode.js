/**
 * Follows Google Consent Mode: every `gtag('consent', …)` of the page, past and to come. The consent is `granted` when
 * all these types are granted, and `denied` when an update denies one of them. A default that denies only waits,
 * because every page has it, also for visitors who have agreed. The tracker must be started with `consent: 'required'`.
 *
 * A default for some regions counts everywhere, because a page cannot tell where it is: a type that such a default
 * denies waits.
 * @param types the site's own decision, for example `analytics_storage` and `ad_user_data`.
 * @returns the function that stops following.
 * @example
 * followConsentMode(track, ['analytics_storage'])
 */
export const followConsentMode = (track, types) => {
    const page = globalThis;
    page.dataLayer ??= [];
    const layer = page.dataLayer;
    const defaults = new Map();
    const updates = new Map();
    let isFollowing = true;
    const hear = (entry) => {
        // An entry is an `arguments` object, or anything else that a page pushes.
        const { 0: command, 1: kind, 2: states } = (entry ?? {});
        if (!isFollowing || command !== 'consent' || !states)
            return;
        for (const type of types) {
            const state = states[type];
            if (state === undefined)
                continue;
            if (kind === 'update')
                updates.set(type, state);
            else if (defaults.get(type) !== 'denied')
                defaults.set(type, state);
        }
        if ([...updates.values()].includes('denied'))
            track.consent('denied');
        else if (types.every((type) => (updates.get(type) ?? defaults.get(type)) === 'granted'))
            track.consent('granted');
    };
    for (const entry of layer)
        hear(entry);
    const push = layer.push;
    // Other scripts, such as Tag Manager, replace `push` as well: each later replacement calls the earlier one.
    layer.push = (...entries) => {
        const length = push.apply(layer, entries);
        for (const entry of entries)
            hear(entry);
        return length;
    };
    return () => {
        isFollowing = false;
    };
};
