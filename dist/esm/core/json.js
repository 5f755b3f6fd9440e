/** The object in `json`; an empty one where a crash, or another program, has left something else. */
export const parsed = (json) => {
    try {
        return { ...JSON.parse(`${json}`) };
    }
    catch {
        return {};
    }
};
