import { onActivated, onDeactivated, watch } from 'vue';
import { useTrack } from "./plugin.js";
/**
 * Tracks that this component is shown: when it is set up, when `<KeepAlive>` shows it again, and when what it says changes.
 * @example
 * useTracked('Viewed Product', () => ({ sku: props.sku }))
 */
export const useTracked = (name, properties = () => ({})) => {
    const track = useTrack();
    let isAway = false;
    const tell = () => {
        if (!isAway)
            track(name, properties());
    };
    watch(() => JSON.stringify(properties()), tell, { immediate: true });
    onDeactivated(() => {
        isAway = true;
    });
    onActivated(() => {
        // The first time it comes right after the set-up.
        if (!isAway)
            return;
        isAway = false;
        tell();
    });
};
