/** The lines of a text of JSON lines that are not blank. */
export const linesOf = (text: string): string[] =>
	text.split("\n").filter((line) => line.trim() !== "");
