/** As much of a window as it takes to see its title change. */
export interface TitledWindow {
    readonly document: {
        readonly title: string;
    };
    setTimeout(run: () => void, ms: number): unknown;
}
/**
 * Knows when the document's title is that of the page before: routers (Next.js, SvelteKit, Vue Router, React Router, Turbo)
 * change the address first, and the title when they have rendered. A title that stays the same for two seconds is the new
 * page's, too.
 */
export declare const createTitleWatch: (page?: TitledWindow) => {
    /** The title of the page at this address; '' while nobody knows it. */
    known: () => string;
    /** Calls at once what still waits: the page is being left. */
    settle: () => void;
    /** The address has just become another page's: calls `titled` when the title is that page's, too. */
    whenKnown(titled: () => void): void;
};
export type TitleWatch = ReturnType<typeof createTitleWatch>;
