/** Bytes of a file: the largest scanned books; beyond it the page would only run out of memory. */
export const MOST_BYTES = 100 * 1024 * 1024;
/** UTF-16 units of text that are shown: three long novels. */
export const MOST_UNITS = 4_000_000;
/** Paragraphs that are shown: more than in the longest novels, few enough for a page to stay quick. */
export const MOST_BLOCKS = 50_000;
/** Bytes of a document's unzipped text: real ones hold a few megabytes, a zip bomb any number. */
export const MOST_UNZIPPED_BYTES = 64 * 1024 * 1024;
/** Pages that are read: a dictionary. */
export const MOST_PAGES = 3000;
