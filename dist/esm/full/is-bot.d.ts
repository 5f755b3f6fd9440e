export interface Visitor {
    readonly userAgent?: string;
    readonly webdriver?: boolean;
}
/**
 * Whether nobody is looking: the browser is driven by a program, or says of itself that it is a crawler or makes a
 * preview. Who wants to pass for a person does.
 *
 * @param visitor what `navigator` says; nothing is known of a browser that says nothing.
 * @example
 * if (!isBot(navigator)) createTracker({ destinations })
 */
export declare const isBot: ({ userAgent, webdriver }: Visitor) => boolean;
