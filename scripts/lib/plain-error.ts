/** Something the user can mend: its message is a whole sentence and is shown without a stack. */
export class PlainError extends Error {
	override readonly name = "PlainError";
}

/** An error's first line: what follows is for programmers. */
export const firstLine = (error: unknown): string =>
	(error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ??
	"";

/** Runs a command-line program; a failure becomes a sentence and exit code 1, never an unhandled rejection. */
export function main(program: () => Promise<number>): void {
	program().then(
		(code) => {
			process.exitCode = code;
		},
		(error: unknown) => {
			console.error(error instanceof PlainError ? error.message : error);
			process.exitCode = 1;
		},
	);
}
