import type { Storage } from "webextension-polyfill";
import type { Verdict } from "../scoring/verdict.ts";
import { isString, listOf } from "../shared/checks.ts";
import { isVerdict } from "../shared/verdict-check.ts";

/** About half a megabyte of the ten that a browser session may store. */
const MAX_VERDICTS = 300;
const INDEX = "verdicts";
const entry = (key: string): string => `verdict:${key}`;
const isIndex = listOf(isString);

export type SessionVerdicts = {
	readonly get: (
		keys: readonly string[],
	) => Promise<ReadonlyMap<string, Verdict>>;
	readonly add: (verdicts: ReadonlyMap<string, Verdict>) => Promise<void>;
};

/** Verdicts of this browser session by text key, so that they outlive the background and an idle engine. */
export function sessionVerdicts(
	session: Pick<Storage.StorageArea, "get" | "set" | "remove">,
	maxVerdicts: number = MAX_VERDICTS,
): SessionVerdicts {
	let lastAdd: Promise<void> = Promise.resolve();

	const get: SessionVerdicts["get"] = async (keys) => {
		const stored = await session.get(keys.map(entry));
		const found = new Map<string, Verdict>();
		for (const key of keys) {
			const verdict = stored[entry(key)];
			if (isVerdict(verdict)) found.set(key, verdict);
		}
		return found;
	};

	const store = async (
		verdicts: ReadonlyMap<string, Verdict>,
	): Promise<void> => {
		const stored = (await session.get(INDEX))[INDEX];
		const older = isIndex(stored)
			? stored.filter((key) => !verdicts.has(key))
			: [];
		const keys = [...older, ...verdicts.keys()];
		const dropped = keys.slice(0, Math.max(0, keys.length - maxVerdicts));
		const kept = keys.slice(dropped.length);
		const entries = kept.flatMap((key): [string, Verdict][] => {
			const verdict = verdicts.get(key);
			return verdict === undefined ? [] : [[entry(key), verdict]];
		});
		await session.set({ [INDEX]: kept, ...Object.fromEntries(entries) });
		await session.remove(dropped.map(entry));
	};
	// One after the other: each reads the index that the one before has written.
	const add: SessionVerdicts["add"] = (verdicts) => {
		const next = lastAdd.then(() => store(verdicts));
		lastAdd = next.catch(() => undefined);
		return next;
	};
	return { get, add };
}
