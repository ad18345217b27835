import { edit, type MappedText } from "./mapped-text.ts";

/** What stands before a mark that ends a sentence; single letters are initials and abbreviations. */
const WORD_END = String.raw`[\p{L}\p{Nd}]\p{Ll}|\p{Nd}\p{Nd}|\p{Lu}\p{Lu}\p{Lu}|\p{Ll}[)\]"]`;
const SENTENCE_START = String.raw`\p{Lu}[\p{L}']|[AI] `;
/** Ends of addresses and file names. */
const NAME_END = String.raw`(?:Com|Org|Net|Edu|Gov|Info|Io|Ai|Co|Uk|Js|Ts|Py|App|Dev|COM|ORG|NET|EDU|GOV|JS|MD|TXT|PDF|JPG|PNG|HTML|JSON|CSV|XML|EXE|ZIP)(?![\p{L}\p{N}])`;
/** Members and calls in program text. */
const MEMBER = String.raw`[\p{L}\p{N}_]{0,40}(?:[._][\p{L}\p{N}]|\()`;
const FUSED = new RegExp(
	[
		`(?<=${WORD_END})[.!?](?=${SENTENCE_START})(?!${NAME_END})(?!${MEMBER})`,
		String.raw`(?<=[\p{L}\p{N}"')][.!?])"(?=${SENTENCE_START})`,
		String.raw`(?<=\p{Ll}\p{Ll}),(?=\p{L}\p{Ll})`,
	].join("|"),
	"gu",
);
/** A token that holds one of these before the mark is an address, a path or code. */
const NO_PROSE = /[/@_=#\\<>{}|&]|\p{L}\.\p{Ll}/u;
const ADDRESS_AHEAD = /^[^ \n]*[/@_=#\\]/u;
/** Units looked at on either side of the mark; longer tokens are no words. */
const TOKEN_REACH = 64;

/** The missing space after a sentence end or a comma: "word.Next" becomes "word. Next". */
export function separateSentences(source: MappedText): MappedText {
	return edit(source, FUSED, (mark, offset, text) => {
		const before = text.slice(Math.max(0, offset - TOKEN_REACH), offset);
		const start = before.search(/[^ \n]*$/u);
		const after = text.slice(offset + 1, offset + TOKEN_REACH);
		const isLong = before.length - start === TOKEN_REACH;
		const isProse =
			!NO_PROSE.test(before.slice(start)) && !ADDRESS_AHEAD.test(after);
		return isLong || !isProse ? mark : `${mark} `;
	});
}
