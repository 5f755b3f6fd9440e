import { eraseDatabase } from "../../store/erase-database.js";
import { eraseAreas } from "./erase-areas.js";
import { forgetWorkers } from "./forget-workers.js";
/** Removes every trace of the visitor from this browser. */
export const createErasure = (cookie, { isAnew, onErased, onDone }) => {
    let last;
    const eraseNow = () => {
        eraseAreas();
        cookie.remove();
    };
    return {
        isGoingOn: () => !!last,
        erase() {
            eraseNow();
            const erasure = Promise.all([eraseDatabase(), forgetWorkers()]).then(([events]) => {
                // Other tabs may have written before they heard of the erasure, so everything is erased once more. A page that
                // was left may have begun anew meanwhile: then nothing more is erased.
                if (!isAnew())
                    eraseNow();
                if (events)
                    onErased(events);
                if (last !== erasure)
                    return;
                last = undefined;
                onDone();
            });
            last = erasure;
            return erasure;
        },
    };
};
