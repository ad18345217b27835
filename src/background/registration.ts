import type { Browser } from "webextension-polyfill";
import type { SettingsStore } from "../shared/make-settings-store.ts";
import { onceAtATime } from "../shared/once-at-a-time.ts";
import { CONTENT_STARTER, CONTENT_STYLE } from "./content-files.ts";
import {
	type Granted,
	type Matches,
	NOWHERE,
	wantedMatches,
} from "./wanted-matches.ts";

const ID = "automatic";

export type RegistrationSeams = {
	readonly scripting: Pick<
		Browser["scripting"],
		| "getRegisteredContentScripts"
		| "registerContentScripts"
		| "unregisterContentScripts"
	>;
	readonly permissions: Pick<Browser["permissions"], "contains" | "getAll">;
	readonly store: Pick<SettingsStore, "read">;
	/** Hears where pages were checked before and are now, when that differs. */
	readonly onChange: (before: Matches, after: Matches) => Promise<void>;
};

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
	a.length === b.length && a.every((pattern) => b.includes(pattern));
const same = (a: Matches, b: Matches): boolean =>
	sameList(a.matches, b.matches) &&
	sameList(a.excludeMatches, b.excludeMatches);

/**
 * Makes the browser's content script registration match the settings and permissions.
 * @returns a function to call whenever either may have changed; calls are joined.
 */
export function createRegistration({
	scripting,
	permissions,
	store,
	onChange,
}: RegistrationSeams): () => Promise<void> {
	const registered = async (): Promise<Matches> => {
		const [script] = await scripting.getRegisteredContentScripts({ ids: [ID] });
		if (script === undefined) return NOWHERE;
		if (!script.js?.includes(CONTENT_STARTER)) {
			// Left over from another version of the extension.
			await scripting.unregisterContentScripts({ ids: [ID] });
			return NOWHERE;
		}
		return {
			matches: script.matches ?? [],
			excludeMatches: script.excludeMatches ?? [],
		};
	};

	const register = async ({
		matches,
		excludeMatches,
	}: Matches): Promise<void> => {
		await scripting.registerContentScripts([
			{
				id: ID,
				matches: [...matches],
				...(excludeMatches.length === 0
					? {}
					: { excludeMatches: [...excludeMatches] }),
				js: [CONTENT_STARTER],
				css: [CONTENT_STYLE],
				allFrames: true,
				// Frames without an address of their own, in which mail and comments often stand, belong to the page.
				matchOriginAsFallback: true,
				runAt: "document_idle",
				persistAcrossSessions: true,
			},
		]);
	};

	const granted: Granted = {
		covers: (pattern) => permissions.contains({ origins: [pattern] }),
		patterns: async () => (await permissions.getAll()).origins ?? [],
	};

	return onceAtATime(async () => {
		const wanted = await wantedMatches(await store.read(), granted);
		const before = await registered();
		if (same(before, wanted)) return;
		if (before.matches.length > 0)
			await scripting.unregisterContentScripts({ ids: [ID] });
		if (wanted.matches.length > 0) await register(wanted);
		await onChange(before, wanted);
	});
}
