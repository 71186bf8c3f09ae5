/** A PDF with one line of Latin text on each page. */
export declare const makePdf: (pages: readonly string[]) => Buffer;
/**
 * A PDF in Chinese: its lines page by page, 16 points high.
 * @param more entries of its catalogue; @param trailer entries of its end
 */
export declare const makeChinesePdf: (pages: readonly (readonly string[])[], more?: string, trailer?: string) => Buffer;
/** A small PDF all of whose pages have the same content, deflated: much to do for few bytes. */
export declare function makeLongPdf(pages: number, content: string): Buffer;
