import { type Layout, shareOfCharacters, shareOfLines } from "./layout.ts";

const SYMBOL = /[{}[\]();=<>\\|&$#@_+*^~`/]/gu;
/** Brackets, ends and openings that sentences do not have. */
const CODE_LINE =
	/[;{}]$|^[})\]]|^\s*(?:import|from|def|function|const|let|var|class|return|public|private|static|void|int|if|else|elif|for|while|try|catch|except|print|echo|sudo|npm|pip|git|SELECT|INSERT|UPDATE|#include|using|package)\b[^.!?]*[=(){}<>;:/"]|^(?:\/\/|\/\*|\*\/|#!|<[a-z!/]|\$ |>>> |--\w)|=>|:=|[!=]==?|\+=|\w\(\)|<\/\w+>|^[\w.-]+\s*[=:]\s*["'[{\d]|^"[\w-]+":/u;

/** Signatures of an API reference, requests and their headers. */
const REFERENCE_LINE =
	/^[\w.$]+\([^)]*\)(?::| ->|$)|^(?:GET|POST|PUT|PATCH|DELETE|HEAD) \S+|^[A-Z][a-z]+(?:-[A-Z][a-z]+)?: \S+(?: \S+)?$|^\{/u;
/** Log lines and stack traces, which have few symbols. */
const LOG_LINE =
	/^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|^at [\w.$]+\(|^File ".*", line \d/u;

/** Prose keeps under a twentieth even with links and formulas in it; code rarely has less than a tenth. */
const MUCH = 0.14;
const SOME = 0.05;
const HALF = 0.5;

/** Program text, markup, configuration, commands or logs. */
export function isCode(layout: Layout): boolean {
	const symbols = shareOfCharacters(layout, SYMBOL);
	if (symbols >= MUCH) return true;
	if (shareOfLines(layout, LOG_LINE) >= HALF) return true;
	if (symbols < SOME) return false;
	const isCodeLine = (line: string): boolean =>
		CODE_LINE.test(line) || REFERENCE_LINE.test(line);
	return shareOfLines(layout, isCodeLine) >= HALF;
}
