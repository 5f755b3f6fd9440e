import { createTitleWatch } from "./autocapture/title-watch.js";
const createRoutedViews = (track) => {
    const titles = createTitleWatch();
    let last;
    /** Tells at once the view that still waits for its title, with what is its title by then. */
    let endWaiting;
    return (path, titleBefore) => {
        const [time, previous] = [Date.now(), last];
        let isTold = false;
        const view = (title) => {
            if (isTold)
                return;
            isTold = true;
            const before = previous !== undefined && { previous_url: location.origin + previous };
            track('Viewed Page', { path, ...(title && { title }), ...before }, { time });
        };
        last = path;
        endWaiting?.(titleBefore);
        endWaiting = (title) => view(title === titleBefore ? '' : title);
        const title = titles.known();
        if (previous === undefined && title)
            return view(title);
        const leaving = new AbortController();
        // In the capturing phase: so the view is part of what leaves with the page.
        const until = { capture: true, signal: leaving.signal };
        addEventListener('pagehide', titles.settle, until);
        addEventListener('visibilitychange', titles.settle, until);
        titles.whenKnown(() => {
            leaving.abort();
            view(titles.known());
        }, titleBefore);
    };
};
const told = new WeakMap();
/**
 * Tracks `Viewed Page` with the path that a router knows, the title, and where the visitor was before in the same document
 * (`previous_url`, without query). Some routers name a page before they say where they are, others after: a view waits for its
 * title, two seconds at most, and keeps its time. A tracker has one last view, whatever becomes of the component that tells it.
 */
export const routedViewsOf = (track) => {
    const tell = told.get(track) ?? createRoutedViews(track);
    told.set(track, tell);
    return tell;
};
