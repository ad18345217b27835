import type { Entry } from "./fake-messages.ts";

/** What the fake browser of a page in Chromium is told: plain data, since it crosses into the page. */
export interface FakeWorld {
	readonly messages: Readonly<Record<string, Entry>>;
	readonly settings: Readonly<Record<string, unknown>>;
	/** Match patterns that are granted. */
	readonly granted: readonly string[];
	/** Whether the user says yes when asked for a permission. */
	readonly grants: boolean;
	readonly tabs: readonly {
		readonly id: number;
		readonly url?: string;
		readonly lastAccessed?: number;
	}[];
	/** The tab that the page itself is in; a popup has none. */
	readonly ownTab: number | undefined;
	/** Media type of what the tabs show; a page by default. */
	readonly contentType?: string;
	/** Message name → the answer, or `{ failure }`. */
	readonly answers: Readonly<Record<string, unknown>>;
}

/**
 * Installs `browser` as far as our own pages use it. Runs inside the page: it may use nothing from outside.
 */
export function installFakeBrowser(world: FakeWorld): void {
	const granted = new Set(world.granted);
	const stored: Record<string, unknown> = { settings: world.settings };
	const asked: unknown[] = [];
	const event = () => {
		const listeners = new Set<(...values: unknown[]) => void>();
		return {
			addListener: (listener: (...values: unknown[]) => void) => {
				listeners.add(listener);
			},
			removeListener: (listener: (...values: unknown[]) => void) => {
				listeners.delete(listener);
			},
			fire: (...values: unknown[]) => {
				for (const listener of listeners) listener(...values);
			},
		};
	};
	const changed = event();
	const added = event();
	const removed = event();
	const answer = async (envelope: { name: string; ask: unknown }) => {
		asked.push(envelope);
		const found = world.answers[envelope.name] ?? {};
		return typeof found === "object" && found !== null && "failure" in found
			? { ok: false, failure: found.failure, message: "fake" }
			: { ok: true, answer: found };
	};
	const area = {
		get: async (key: string) => ({ [key]: stored[key] }),
		set: async (values: Record<string, unknown>) => {
			for (const [key, newValue] of Object.entries(values)) {
				stored[key] = newValue;
				changed.fire({ [key]: { newValue } }, "local");
			}
		},
		remove: async (key: string) => {
			delete stored[key];
		},
	};
	const fake = {
		asked,
		stored,
		i18n: {
			getMessage: (key: string, substitutions: string[] = []) => {
				const entry = world.messages[key];
				if (entry === undefined) return "";
				return entry.message.replace(/\$(\w+)\$/g, (whole, name: string) => {
					const place = entry.placeholders?.[name.toLowerCase()]?.content ?? "";
					return substitutions[Number(place.slice(1)) - 1] ?? whole;
				});
			},
		},
		runtime: {
			id: "fake",
			getURL: (path: string) => path,
			getManifest: () => ({ version: "0.1.0" }),
			openOptionsPage: async () => {
				asked.push("options");
			},
			onMessage: event(),
			sendMessage: answer,
		},
		tabs: {
			getCurrent: async () => world.tabs.find(({ id }) => id === world.ownTab),
			query: async () => world.tabs,
			sendMessage: (_tab: number, envelope: { name: string; ask: unknown }) =>
				answer(envelope),
		},
		scripting: {
			executeScript: async () => [{ result: world.contentType ?? "text/html" }],
		},
		permissions: {
			onAdded: added,
			onRemoved: removed,
			contains: async ({ origins }: { origins: string[] }) =>
				origins.every(
					(one) =>
						granted.has(one.replace(/^https?/, "*")) || granted.has("*://*/*"),
				),
			request: async ({ origins }: { origins: string[] }) => {
				asked.push({ origins });
				if (world.grants) for (const one of origins) granted.add(one);
				return world.grants;
			},
			remove: async ({ origins }: { origins: string[] }) => {
				for (const one of origins) granted.delete(one);
				removed.fire();
				return true;
			},
		},
		storage: { local: area, session: area, onChanged: changed },
	};
	Object.assign(globalThis, { browser: fake, chrome: fake });
}
