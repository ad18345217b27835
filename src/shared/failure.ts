import { FAILURES, type Failure } from "./messages.ts";

/** A request that another context could not answer, with the reason in a form the interface can word. */
export class RemoteFailure extends Error {
	override readonly name = "RemoteFailure";
	readonly failure: Failure;

	constructor(
		failure: Failure,
		message: string = failure,
		options?: ErrorOptions,
	) {
		super(message, options);
		this.failure = failure;
	}
}

/** True for one of the known failure names. */
export const isFailure = (value: unknown): value is Failure =>
	FAILURES.some((failure) => failure === value);

/** The failure an error stands for: whatever carries a valid `failure`, else `unknown`. */
export function failureOf(error: unknown): Failure {
	if (
		typeof error === "object" &&
		error !== null &&
		"failure" in error &&
		isFailure(error.failure)
	) {
		return error.failure;
	}
	return "unknown";
}
