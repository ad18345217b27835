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

/** Spaces that belong to no spelling: before closing and after opening marks, inside contractions and ellipses. */
const STRAY_SPACE =
	/ (?=[.,!?]+(?:[ \n"')\]]|$))| (?=[;:](?:[ \n]|$))| (?=\))|(?<=(?:^|[ \n])\() |(?<=\p{L}) (?=(?:n't|'(?:s|re|ve|ll|d|m))(?![\p{L}\p{N}]))/gu;
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

const FUSED =
	/(?<=\p{Ll}\p{Ll}|\p{Nd}\p{Nd}|\p{Lu}\p{Lu}\p{Lu}|\p{Ll}[)\]"])[.!?](?=\p{Lu}[\p{Ll}' ])(?!(?:Com|Org|Net|Edu|Gov|Info|Io|Ai|Co|Uk|Js|Ts|Py|App|Dev)(?![\p{L}\p{N}]))(?![\p{L}\p{N}_]{0,40}(?:[._][\p{L}\p{N}]|\())|(?<=\p{Ll}[.!?])"(?=\p{Lu}[\p{Ll}' ])|(?<=\p{Ll}\p{Ll}),(?=\p{L}\p{Ll})/gu;
/** A token that holds one of these before the mark is an address, a path or code. */
const NO_PROSE = /[/@_=#\\<>{}|&]|\p{L}\.\p{Ll}/u;
/** Units looked back for the start of the token; longer tokens are no words. */
const TOKEN_REACH = 64;

/** The missing space after a sentence end or a comma: "word.Next" becomes "word. Next". */
export function separateSentences(source: MappedText): MappedText {
	return edit(source, FUSED, (mark, offset, text) => {
		const before = text.slice(Math.max(0, offset - TOKEN_REACH), offset);
		const start = before.search(/[^ \n]*$/u);
		const after = text.slice(offset + 1, offset + TOKEN_REACH);
		const isLong = before.length - start === TOKEN_REACH;
		const isProse =
			!NO_PROSE.test(before.slice(start)) && !/^[^ \n]*[/@_=#\\]/u.test(after);
		return isLong || !isProse ? mark : `${mark} `;
	});
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
