import { RemoteFailure } from "../../src/shared/failure.ts";
import type { Send, Target } from "../../src/shared/make-send.ts";
import type { Answer, MessageName } from "../../src/shared/messages.ts";

/** Answers by name; a message without an answer finds nobody. */
export function fakeSend(
	answers: { readonly [N in MessageName]?: Answer<N> } = {},
) {
	const sent: [MessageName, unknown, Target | undefined][] = [];
	const send: Send = async (name, ask, to) => {
		sent.push([name, ask, to]);
		const answer = answers[name];
		if (answer === undefined) throw new RemoteFailure("no-permission");
		return answer;
	};
	return { send, sent };
}
