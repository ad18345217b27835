/** Mark → what stays of it. Lengths are bounded, so that a hostile file cannot make a search quadratic. */
const RULES: readonly (readonly [RegExp, string])[] = [
	// Comments, images and notes say nothing in the text.
	[/<!--[\s\S]{0,2000}?-->/g, ""],
	[/!\[[^\]\n]{0,500}\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,500}\])/g, ""],
	[/\[\^[^\]\n]{1,100}\]/g, ""],
	// Links are their text.
	[/\[([^\]\n]{1,500})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,500}\])/g, "$1"],
	[/<(https?:[^>\s]{1,2000})>/g, "$1"],
	[/<\/?[a-z][^>\n]{0,500}>/gi, ""],
	// Emphasis; an underscore inside a word is part of it.
	[/(\*{1,3}|~~)(?=\S)([^*~\n]+?)(?<=\S)\1/g, "$2"],
	[
		/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\1(?![\p{L}\p{N}_])/gu,
		"$2",
	],
	[/(`{1,3})([^`]{1,2000})\1/g, "$2"],
	[/\\([!-/:-@[-`{-~])/g, "$1"],
];

/** A line of Markdown as a reader sees it, without its marks. */
export const withoutMarks = (text: string): string =>
	RULES.reduce((plain, [mark, by]) => plain.replace(mark, by), text);
