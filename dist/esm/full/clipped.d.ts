/** At most so many characters of a text; an emoji is not cut in two. */
export declare const clipped: (text: string, chars: number) => string;
