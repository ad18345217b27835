import { unwrap } from "../../../scripts/browser/ask.ts";
import type { Answer, Ask, MessageName } from "../../../src/shared/messages.ts";
import type { Firefox } from "./launch.ts";

/** A tab of Firefox, as far as a test needs it. */
export interface FirefoxTab {
	readonly open: (url: string) => Promise<void>;
	readonly toFront: () => Promise<void>;
	/** The value of an expression in the page, as JSON carries it. */
	readonly evaluate: (expression: string) => Promise<unknown>;
}

/** In answers of the connection. */
interface Evaluated {
	readonly type: string;
	readonly result?: { readonly value?: string };
	readonly exceptionDetails?: { readonly text: string };
}

export async function openTab({ bidi }: Firefox): Promise<FirefoxTab> {
	const created = await bidi.send("browsingContext.create", { type: "tab" });
	const { context } = created as { readonly context: string };
	return {
		open: async (url) => {
			const wait = "complete";
			await bidi.send("browsingContext.navigate", { context, url, wait });
		},
		toFront: async () => {
			await bidi.send("browsingContext.activate", { context });
		},
		evaluate: async (expression) => {
			const answer = await bidi.send("script.evaluate", {
				expression: `Promise.resolve(${expression}).then((it) => JSON.stringify(it) ?? "null")`,
				target: { context },
				awaitPromise: true,
			});
			const { type, result, exceptionDetails } = answer as Evaluated;
			if (type !== "success" || result?.value === undefined)
				throw new Error(exceptionDetails?.text ?? `no value: ${expression}`);
			return JSON.parse(result.value);
		},
	};
}

/** Sends a message as the extension's page in this tab would. */
export async function askFromTab<N extends MessageName>(
	tab: FirefoxTab,
	name: N,
	ask: Ask<N>,
): Promise<Answer<N>> {
	const envelope = JSON.stringify({ name, ask });
	return unwrap(
		name,
		await tab.evaluate(`browser.runtime.sendMessage(${envelope})`),
	);
}
