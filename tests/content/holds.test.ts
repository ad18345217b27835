import { describe, expect, it } from "vitest";
import { createHolds } from "../../src/content/holds.ts";
import { passage, prose } from "./fakes.ts";

const text = prose("people", 60);
const one = passage(text, 60);

/** Milliseconds for which the second waits when it takes the first one's place. */
function waits(before: string, after: string): number | undefined {
	const holds = createHolds(() => 0);
	const fresh = [passage(after, 60)];
	holds.note({ fresh, gone: [passage(before, 60)] });
	expect(fresh.every(holds.isHeld)).toBe(holds.leftMs() !== undefined);
	return holds.leftMs();
}

describe("a passage in the place of another", () => {
	it.each([
		["grown", text, `${text} And so on.`, 1500],
		["edited near its end", text, `${text.slice(0, -30)} ends.`, 1500],
		["cut", `${text} And so on.`, text, 1500],
		["split off", `${text}\n\n${prose("birds")}`, prose("birds"), 1500],
		["another post", text, prose("rivers", 60), undefined],
		["drawn again", text, text, undefined],
	])("%s", (_how, before, after, ms) => {
		expect(waits(before, after)).toBe(ms);
	});
});

it("waits anew with each step, and no longer than the rest after the last", () => {
	let time = 0;
	const holds = createHolds(() => time);
	let last = one;
	for (let step = 1; step <= 10; step += 1) {
		time += 600;
		const next = passage(`${last.text} and more`, 60);
		holds.note({ fresh: [next], gone: [last] });
		last = next;
		expect(holds.isHeld(next)).toBe(true);
	}
	const copy = passage(last.text, 60);
	time += 1000;
	holds.note({ fresh: [copy], gone: [last] });
	expect(holds.isHeld(copy)).toBe(true);
	time += 500;
	expect(holds.isHeld(copy)).toBe(false);
	expect(holds.leftMs()).toBeUndefined();
});

it("takes a page that changed as a whole for no writing", () => {
	const holds = createHolds(() => 0);
	const gone = Array.from({ length: 50 }, (_, at) =>
		passage(`${text} ${at}`, 60),
	);
	const fresh = gone.map((it) => passage(`${it.text} more`, 60));
	holds.note({ fresh, gone });
	expect(fresh.some(holds.isHeld)).toBe(false);
});
