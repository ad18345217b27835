import { edit, type MappedText } from "./mapped-text.ts";

const WHITE_SPACE = /[\p{Z}\t-\r\x85]+/gu;
const LINE_END = /\r\n|[\n\r\v\f\x85\u2028]|\u2029/gu;
const CHINESE = /[\p{sc=Han}\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f]/u;

/** A space for each run of white space, "\n\n" where it holds a blank line, nothing at the ends and inside Chinese lines. */
export function collapseWhiteSpace(source: MappedText): MappedText {
	return edit(source, WHITE_SPACE, (match, offset, text) => {
		const end = offset + match.length;
		if (offset === 0 || end === text.length) return "";
		const breaks = match.match(LINE_END) ?? [];
		if (breaks.length > 1 || breaks[0] === "\u2029") return "\n\n";
		const insideChinese =
			CHINESE.test(text.charAt(offset - 1)) && CHINESE.test(text.charAt(end));
		return breaks.length === 1 && insideChinese ? "" : " ";
	});
}

/** Spaces that belong to no spelling, each as a pattern that matches the space alone. */
const STRAY_SPACE = new RegExp(
	[
		String.raw` (?=[.,!?]+(?:[ \n"')\]]|$))`,
		String.raw` (?=[;:](?:[ \n]|$))`,
		String.raw` (?=\))`,
		String.raw`(?<=(?:^|[ \n])\() `,
		String.raw`(?<=\p{L}) (?=(?:n't|'(?:s|re|ve|ll|d|m))(?![\p{L}\p{N}]))`,
		String.raw`(?<=\p{L}') (?=(?:s|t|re|ve|ll|d|m)(?![\p{L}\p{N}']))`,
		String.raw`(?<=(?<!\p{Nd})\p{Nd}{1,3}[.:]) (?=\p{Nd}{2}(?!\p{Nd}))`,
		String.raw`(?<=\p{L}\p{L}) (?=-\p{Ll}\p{Ll})`,
	].join("|"),
	"gu",
);
const ELLIPSIS = /\.(?: ?\.){2,}/gu;
const TYPED_QUOTE = /``|''/gu;

export function mendMarks(source: MappedText): MappedText {
	const quoted = edit(source, TYPED_QUOTE, () => '"');
	return edit(
		edit(quoted, ELLIPSIS, () => "..."),
		STRAY_SPACE,
		() => "",
	);
}

const AFTER_CHINESE =
	/(?<=[\p{sc=Han}\u3002\uff01\uff1f\u300d\u300f\u300b\u3011][")]?)[,;:!?]/gu;
const WIDE: Readonly<Record<string, string>> = {
	",": "，",
	";": "；",
	":": "：",
	"!": "！",
	"?": "？",
};

/** Chinese marks after Chinese characters, whichever width was typed. */
export function widenChineseMarks(source: MappedText): MappedText {
	return edit(source, AFTER_CHINESE, (mark) => WIDE[mark] ?? mark);
}
