import type { Verdict } from "../scoring/verdict.ts";
import type { Engine } from "../shared/engine-host/engine.ts";
import { guard } from "../shared/guard.ts";
import type { SessionVerdicts } from "./session-verdicts.ts";
import { textKey } from "./text-key.ts";

/** Judges texts by the session's verdicts first, the engine for the rest. Storage that fails only costs time. */
export const judgeWith =
	(engine: Pick<Engine, "judge">, known: SessionVerdicts) =>
	async (texts: readonly string[]): Promise<readonly Verdict[]> => {
		const keys = await Promise.all(texts.map(textKey));
		const found = new Map(await known.get(keys).catch(() => []));
		const missing = new Map<string, string>();
		for (const [index, text] of texts.entries()) {
			const key = keys[index];
			if (key !== undefined && !found.has(key)) missing.set(key, text);
		}
		if (missing.size > 0) {
			const verdicts = await engine.judge([...missing.values()]);
			const added = new Map<string, Verdict>();
			for (const [index, key] of [...missing.keys()].entries()) {
				const verdict = verdicts[index];
				if (verdict !== undefined) added.set(key, verdict);
			}
			for (const [key, verdict] of added) found.set(key, verdict);
			void guard("session verdicts", () => known.add(added));
		}
		return keys.flatMap((key) => found.get(key) ?? []);
	};
