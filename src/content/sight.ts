import type { Nearness } from "./pick-batch.ts";

/** One window's height beyond the edges counts as near: what a reader reaches within seconds. */
const NEAR_MARGIN = "100% 0%";

export interface Sight {
	/** Watches exactly these elements from now on; one that is named more than once needs as many releases. */
	readonly watch: (elements: {
		shown: readonly Element[];
		hidden: readonly Element[];
	}) => void;
	/** Where this element is does not matter any more: every watched element costs the browser time in each frame. */
	readonly release: (element: Element) => void;
	readonly nearness: (element: Element) => Nearness;
}

export type CreateObserver = (
	callback: IntersectionObserverCallback,
	options: IntersectionObserverInit,
) => IntersectionObserver;

/**
 * Knows which elements are in view or near, without reading layout. Only what is near is watched for coming into view,
 * so that far ones are watched once. Calls `moved` when something came or went, and `revealed` when something hidden has
 * got a box: showing by a style changes no node, so nothing else tells.
 */
export function createSight(
	createObserver: CreateObserver,
	{ moved, revealed }: { moved: () => void; revealed: () => void },
	signal: AbortSignal,
): Sight {
	/** How often each shown element is named; a hidden one counts 0. */
	const watched = new Map<Element, number>();
	const inside = { view: new Set<Element>(), near: new Set<Element>() };

	const view = createObserver((entries) => {
		for (const { target, isIntersecting } of entries) {
			if (isIntersecting) inside.view.add(target);
			else inside.view.delete(target);
		}
		moved();
	}, {});
	const near = createObserver(
		(entries) => {
			let shown = false;
			for (const { target, isIntersecting } of entries) {
				const count = watched.get(target);
				if (count === undefined) continue;
				if (isIntersecting) approach(target, count);
				else leave(target);
				shown ||= isIntersecting && count === 0;
			}
			moved();
			if (shown) revealed();
		},
		{ rootMargin: NEAR_MARGIN },
	);
	signal.addEventListener(
		"abort",
		() => {
			view.disconnect();
			near.disconnect();
		},
		{ once: true },
	);

	function approach(element: Element, count: number): void {
		inside.near.add(element);
		if (count > 0) view.observe(element);
	}
	function leave(element: Element): void {
		inside.near.delete(element);
		inside.view.delete(element);
		view.unobserve(element);
	}
	function forget(element: Element): void {
		watched.delete(element);
		near.unobserve(element);
		leave(element);
	}

	return {
		watch: ({ shown, hidden }) => {
			const wanted = new Map<Element, number>();
			for (const element of hidden) wanted.set(element, 0);
			for (const element of shown)
				wanted.set(element, (wanted.get(element) ?? 0) + 1);
			for (const element of [...watched.keys()])
				if (!wanted.has(element)) forget(element);
			for (const [element, count] of wanted) {
				const before = watched.get(element);
				watched.set(element, count);
				if (before === undefined) near.observe(element);
				else if (before === 0 && inside.near.has(element))
					approach(element, count);
			}
		},
		release: (element) => {
			const count = watched.get(element);
			if (count === undefined) return;
			if (count > 1) watched.set(element, count - 1);
			else forget(element);
		},
		nearness: (element) =>
			inside.view.has(element) ? 0 : inside.near.has(element) ? 1 : 2,
	};
}
