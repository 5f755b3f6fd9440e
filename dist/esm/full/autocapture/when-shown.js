/** Calls `work` now, or as soon as a prerendered page is shown. Returns the function that cancels the call. */
export const whenShown = (work, document = window.document) => {
    if (document.prerendering)
        document.addEventListener('prerenderingchange', work, { once: true });
    else
        work();
    return () => document.removeEventListener('prerenderingchange', work);
};
