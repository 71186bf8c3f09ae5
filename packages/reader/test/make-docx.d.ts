/** A Word document whose text is this XML, whatever it is. @param said as for a zip file */
export declare const docxOf: (document: string, said?: number) => Buffer;
/** The XML of a document of these paragraphs. @param before what stands before the document, such as a DTD */
export declare const documentXml: (paragraphs: readonly string[], before?: string) => string;
/** A Word document of these paragraphs and one table. @param part where the text stands; elsewhere it is none */
export declare function makeDocx(paragraphs: readonly string[], rows?: readonly string[][], part?: string): Buffer;
