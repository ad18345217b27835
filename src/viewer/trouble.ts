/** Why a document is not shown; the page turns each into a sentence with what to do. */
export const TROUBLES = [
	"empty",
	"too-large",
	"encrypted",
	"no-text",
	"damaged",
	"unknown-kind",
	"site-refused",
	"files-refused",
	"not-fetched",
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** A document that cannot be read, with the reason. */
export class DocumentError extends Error {
	override readonly name = "DocumentError";
	readonly trouble: Trouble;

	constructor(trouble: Trouble, options?: ErrorOptions) {
		super(trouble, options);
		this.trouble = trouble;
	}
}

/** The reason that an error stands for; whatever a reader of a format did not foresee is a damaged document. */
export const troubleOf = (error: unknown): Trouble =>
	error instanceof DocumentError ? error.trouble : "damaged";
