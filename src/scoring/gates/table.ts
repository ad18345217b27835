import { type Layout, shareOfCharacters, shareOfLines } from "./layout.ts";

const DIGIT = /\p{Nd}/gu;
/** Two or more columns set off by tabs, bars or wide gaps. */
const COLUMNS =
	/\t[^\t]*\t|\|[^|]*\|| {3,}\S.* {3,}\S|^[^,;]+([,;])(?:[^,;]{0,30}\1){3,}|^[^,;]{1,40}([,;])(?:[^,;\s][^,;]{0,30}\2){2,}/u;
const LEAST_ROWS = 3;
const MOST_ROWS_SHARE = 0.6;
/** Result lists, price lists and timetables; accounts in prose reach a tenth. */
const MUCH = 0.25;
/** The same in Chinese, where a character says as much as some three letters. */
const MUCH_IN_CHINESE = 0.4;
const HAN = /\p{sc=Han}/u;
/** Cells are short; a paragraph with commas is no row. */
const MOST_WORDS_A_ROW = 25;

/** Rows and columns, or figures nearly without words. */
export function isTable(layout: Layout): boolean {
	const much = HAN.test(layout.text) ? MUCH_IN_CHINESE : MUCH;
	if (shareOfCharacters(layout, DIGIT) >= much) return true;
	return (
		layout.lines.length >= LEAST_ROWS &&
		layout.medianWords <= MOST_WORDS_A_ROW &&
		shareOfLines(layout, COLUMNS) >= MOST_ROWS_SHARE
	);
}
