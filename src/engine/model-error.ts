import type { Failure } from "../shared/messages.ts";

/** The model cannot be loaded or run, with the reason in a form the interface can word. */
export class ModelError extends Error {
	override readonly name = "ModelError";
	readonly failure: Failure;

	constructor(failure: Failure, message: string, options?: ErrorOptions) {
		super(message, options);
		this.failure = failure;
	}
}
