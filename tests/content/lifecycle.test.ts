import { expect, it, vi } from "vitest";
import { watchHints } from "../../src/content/hints.ts";
import { watchLifecycle } from "../../src/content/lifecycle.ts";

class FakePage extends EventTarget {
	hidden = false;
}

function setUp() {
	const page = new FakePage();
	const window = new EventTarget();
	const woken = vi.fn();
	const life = new AbortController();
	const { resting } = watchLifecycle(
		{ document: page, window },
		woken,
		life.signal,
	);
	const turn = (hidden: boolean): void => {
		page.hidden = hidden;
		page.dispatchEvent(new Event("visibilitychange"));
	};
	return { page, window, woken, life, resting, turn };
}

it("rests in a hidden tab", () => {
	const { woken, resting, turn } = setUp();
	expect(resting()).toBe(false);
	turn(true);
	expect(resting()).toBe(true);
	expect(woken).not.toHaveBeenCalled();
	turn(false);
	expect(resting()).toBe(false);
	expect(woken).toHaveBeenCalledTimes(1);
});

it.each([
	["kept aside to go back to", "window", "pagehide", "pageshow"],
	["frozen", "page", "freeze", "resume"],
] as const)("rests while %s", (_state, where, leave, comeBack) => {
	const world = setUp();
	world[where].dispatchEvent(new Event(leave));
	expect(world.resting()).toBe(true);
	world.turn(false);
	expect(world.resting()).toBe(true);
	expect(world.woken).not.toHaveBeenCalled();
	world[where].dispatchEvent(new Event(comeBack));
	expect(world.resting()).toBe(false);
	expect(world.woken).toHaveBeenCalledExactlyOnceWith({ kept: true });
	world.turn(false);
	expect(world.woken).toHaveBeenLastCalledWith({ kept: false });
});

it("comes back from the browser's page cache once, whatever the order of the events", () => {
	const { page, window, woken, turn } = setUp();
	window.dispatchEvent(new Event("pagehide"));
	turn(true);
	page.dispatchEvent(new Event("freeze"));
	page.dispatchEvent(new Event("resume"));
	turn(false);
	window.dispatchEvent(new Event("pageshow"));
	expect(woken.mock.calls).toEqual([[{ kept: true }], [{ kept: false }]]);
});

it("hears nothing after its end", () => {
	const { window, woken, life } = setUp();
	life.abort();
	window.dispatchEvent(new Event("pagehide"));
	window.dispatchEvent(new Event("pageshow"));
	expect(woken).not.toHaveBeenCalled();
});

it("takes what the reader does for a hint", () => {
	const target = new EventTarget();
	const hint = vi.fn();
	const life = new AbortController();
	watchHints(target, hint, life.signal);
	for (const type of ["scroll", "click", "keyup", "toggle", "pointermove"])
		target.dispatchEvent(new Event(type));
	expect(hint).toHaveBeenCalledTimes(4);
	life.abort();
	target.dispatchEvent(new Event("scroll"));
	expect(hint).toHaveBeenCalledTimes(4);
});
