/**
 * Limits on the cost of reading a document. Each is far above any real directive (the longest plans with annexes have a
 * few hundred pages and some megabytes) and low enough that a hostile file ends in seconds, within the memory of a small
 * server.
 */

/** Largest file accepted. Scans of 300 pages at 200 dpi stay below it. */
export const MAX_BYTES = 50 * 1024 * 1024

/** Longest text accepted, in UTF-16 units: about 10,000 pages. No one reviews a longer text sentence by sentence. */
export const MAX_TEXT = 20_000_000

/** Most pages of a PDF that are read. */
export const MAX_PAGES = 3_000

/** Most pages that are recognised: at a few seconds per page, an hour's work for one processor. */
export const MAX_SCANNED_PAGES = 400

/** The refusal for a file beyond either limit. */
export function tooManyPages(pages: number, limit: number): string {
  return `Tệp có ${pages} trang, quá giới hạn ${limit} trang. Hãy tách thành nhiều tệp, mỗi tệp một văn bản, rồi nộp lại.`
}

/** Entries in a DOCX container. Word writes about twenty, plus one for each picture. */
export const MAX_ZIP_ENTRIES = 5_000

/** Inflated size of one XML part that we read. The text of 10,000 pages with all of Word's markup is smaller. */
export const MAX_PART_BYTES = 200 * 1024 * 1024

/** Ratio of inflated to packed size. Word's XML packs about 1:20, at worst 1:100; a bomb packs 1:1000. */
export const MAX_INFLATION = 250

/** Parts smaller than this are never treated as a bomb, at any ratio: a short file of spaces packs very well. */
export const INFLATION_FLOOR_BYTES = 4 * 1024 * 1024

/** Nesting depth in XML or HTML. Word nests about 30 deep, HTML pages about 100. */
export const MAX_DEPTH = 1_000

/** Elements in one XML part or HTML page: 50 MB of ordinary markup has fewer. */
export const MAX_ELEMENTS = 5_000_000

/** Cells of one table as laid out; merged cells count once for each place they cover. */
export const MAX_TABLE_PLACES = 1_000_000

/**
 * Time to extract the text of a file that has text, and the extra time for each page of a PDF. Ordinary documents take
 * less than two seconds, a page of text some hundredths of a second.
 */
export const READ_MILLISECONDS = 30_000
export const READ_MILLISECONDS_A_PAGE = 50

/** Time to recognise one scanned page. Ordinary pages take three to ten seconds on a slow processor. */
export const PAGE_MILLISECONDS = 90_000

/** Time to recognise all pages of one file. */
export const RECOGNISE_MILLISECONDS = 3_600_000

/** Memory of the reading thread, in MB: JavaScript objects, and buffers outside the heap. */
export const HEAP_MEGABYTES = 1_024
export const BUFFER_MEGABYTES = 768

/** Pixels of one picture passed to recognition: an A2 page at 300 dpi. Larger ones are scaled down. */
export const MAX_PIXELS = 36_000_000

/** Pixels of a picture that is decoded at all: A3 at 600 dpi has 70 million, and takes 280 MB. */
export const MAX_DECODED_PIXELS = 80_000_000
