import { createTitleWatch } from "./autocapture/title-watch.js";
const createRoutedViews = (track) => {
    const titles = createTitleWatch();
    let last;
    /** Tracks the view that still waits for its title, with the title that the page has by then. */
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
        // The listener runs in the capturing phase, so that the view is part of the last request of the page.
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
 * Tracks `Viewed Page` with the path that a router knows, the title, and where the visitor was before in the same
 * document (`previous_url`, without query). Some routers set the title before they tell the path, others after: a view
 * waits for its title, two seconds at most, and keeps its time. A tracker has one last view, whatever becomes of the
 * component that tells it.
 */
export const routedViewsOf = (track) => {
    const tell = told.get(track) ?? createRoutedViews(track);
    told.set(track, tell);
    return tell;
};
