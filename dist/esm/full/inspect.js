/**
 * Loads the board over the page: `inspector.js`, from beside the tracker's own script. Loaded again, it closes.
 * @param ownUrl of the tracker's script, taken while it runs: `document.currentScript.src`.
 * @param name of the global that holds the tracker.
 */
export const inspect = (ownUrl, name = 'track') => {
    try {
        const script = document.createElement('script');
        script.src = new URL('inspector.js', ownUrl).href;
        script.dataset.global = name;
        // Only the loading matters: the script opens the board, or closes it.
        script.addEventListener('load', () => script.remove());
        script.addEventListener('error', () => {
            script.remove();
            console.warn(`sendoff: ${script.src} could not be loaded`);
        });
        document.head.append(script);
    }
    catch (error) {
        // An inline script has no address, and a page may demand trusted types: its visitors must not notice.
        console.warn('sendoff: the inspector could not be loaded:', error);
    }
};
