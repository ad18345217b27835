import { type Check, oneOf, shape } from "./checks.ts";
import { isFailure } from "./failure.ts";
import type { Failure } from "./messages.ts";

/** What travels: a name and an ask. Both are unchecked until the receiver has looked at them. */
export type Envelope = { readonly name: string; readonly ask: unknown };
/** What comes back, so that an error keeps its failure on the way. */
export type Reply =
	| { readonly ok: true; readonly answer: unknown }
	| { readonly ok: false; readonly failure: Failure; readonly message: string };

const isString: Check<string> = (value) => typeof value === "string";
const isAnything = (_value: unknown): _value is unknown => true;

export const isEnvelope = shape<Envelope>({ name: isString, ask: isAnything });

const isSuccess = shape<Extract<Reply, { ok: true }>>({
	ok: oneOf([true]),
	answer: isAnything,
});
const isRefusal = shape<Extract<Reply, { ok: false }>>({
	ok: oneOf([false]),
	failure: isFailure,
	message: isString,
});
export const isReply: Check<Reply> = (value): value is Reply =>
	isSuccess(value) || isRefusal(value);
