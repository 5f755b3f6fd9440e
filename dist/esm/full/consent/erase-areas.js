const remove = (area) => {
    for (const name of Object.keys(area))
        if (/^sendoff[-/]/.test(name))
            area.removeItem(name);
};
/** Removes sendoff's entries from localStorage and sessionStorage. */
export const eraseAreas = () => {
    for (const areaOf of [() => localStorage, () => sessionStorage])
        try {
            remove(areaOf());
        }
        catch {
            // The browser refuses this storage to the page, so there is nothing in it.
        }
};
