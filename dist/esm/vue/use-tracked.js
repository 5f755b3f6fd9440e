import { onActivated, onDeactivated, watch } from 'vue';
import { useTrack } from "./plugin.js";
/**
 * Tracks that this component is shown: when it is set up, when `<KeepAlive>` shows it again, and when its properties
 * change.
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
        // The hook is also called right after the set-up, which has been tracked already.
        if (!isAway)
            return;
        isAway = false;
        tell();
    });
};
