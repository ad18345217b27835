import type { Nearness } from "./pick-batch.ts";

/** One window's height beyond the edges counts as near: what a reader reaches within seconds. */
const NEAR_MARGIN = "100% 0%";

export interface Sight {
	/** Watches exactly these elements from now on. */
	readonly watch: (elements: {
		shown: readonly Element[];
		hidden: readonly Element[];
	}) => void;
	readonly nearness: (element: Element) => Nearness;
}

export type CreateObserver = (
	callback: IntersectionObserverCallback,
	options: IntersectionObserverInit,
) => IntersectionObserver;

/** Starts and stops observing so that exactly `wanted` are observed. */
function observeExactly(
	observer: IntersectionObserver,
	before: Set<Element>,
	wanted: ReadonlySet<Element>,
): void {
	for (const element of before) {
		if (wanted.has(element)) continue;
		observer.unobserve(element);
		before.delete(element);
	}
	for (const element of wanted) {
		if (before.has(element)) continue;
		observer.observe(element);
		before.add(element);
	}
}

/**
 * Knows which elements are in view or near, without reading layout. Calls `moved` when that changed, and `revealed`
 * when something hidden has got a box: showing by a style changes no node, so nothing else tells.
 */
export function createSight(
	createObserver: CreateObserver,
	{ moved, revealed }: { moved: () => void; revealed: () => void },
	signal: AbortSignal,
): Sight {
	const inside = { view: new Set<Element>(), near: new Set<Element>() };
	const hidden = new Set<Element>();
	const watched = { view: new Set<Element>(), near: new Set<Element>() };

	const observe = (
		set: Set<Element>,
		options: IntersectionObserverInit,
	): IntersectionObserver =>
		createObserver((entries) => {
			let shown = false;
			for (const { target, isIntersecting } of entries) {
				if (isIntersecting) set.add(target);
				else set.delete(target);
				shown ||= isIntersecting && hidden.has(target);
			}
			moved();
			if (shown) revealed();
		}, options);
	const view = observe(inside.view, {});
	const near = observe(inside.near, { rootMargin: NEAR_MARGIN });
	signal.addEventListener(
		"abort",
		() => {
			view.disconnect();
			near.disconnect();
		},
		{ once: true },
	);

	return {
		watch: (elements) => {
			hidden.clear();
			for (const element of elements.hidden) hidden.add(element);
			observeExactly(view, watched.view, new Set(elements.shown));
			observeExactly(
				near,
				watched.near,
				new Set([...elements.shown, ...elements.hidden]),
			);
			for (const set of [inside.view, inside.near]) {
				for (const element of set)
					if (!watched.near.has(element)) set.delete(element);
			}
		},
		nearness: (element) =>
			inside.view.has(element) ? 0 : inside.near.has(element) ? 1 : 2,
	};
}
