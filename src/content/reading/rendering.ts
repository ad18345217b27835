/** How an element takes part in the page's text flow. */
export interface Look {
	/** `none`: not shown; `contents`: no box of its own; `block`: starts a new line. */
	readonly box: "none" | "contents" | "inline" | "block";
	/** Takes space but shows nothing (`visibility: hidden`, clipped to nothing for screen readers). */
	readonly unseen: boolean;
	/** Line ends in its text are shown; undefined where the parent decides. */
	readonly keepsLines: boolean | undefined;
	/** Stays in place while the page scrolls, as banners do. */
	readonly pinned: boolean;
}

/** Reads the look of one element; must not force layout. */
export type Rendering = (element: Element) => Look;

/** The values that "visually hidden" classes use. */
const CLIPPED =
	/^(?:rect\((?:0(?:px)?|1px)(?:,? (?:0(?:px)?|1px)){3}\)|inset\((?:50|100)%\))$/;
/** A floated initial is part of the word after it, although a float is a block. */
const DROP_CAP_CHARACTERS = 2;

function boxOf(element: Element, style: CSSStyleDeclaration): Look["box"] {
	const display = style.display;
	if (display === "none" || style.contentVisibility === "hidden") return "none";
	if (display === "contents") return "contents";
	if (
		display.startsWith("inline") ||
		display === "" ||
		display.startsWith("ruby")
	)
		return "inline";
	const floats = style.cssFloat === "left" || style.cssFloat === "right";
	if (floats && (element.textContent?.length ?? 0) <= DROP_CAP_CHARACTERS)
		return "inline";
	return "block";
}

/** Rendering by computed style: style is resolved, layout is never asked for. */
export function createRendering(
	computedStyle: (element: Element) => CSSStyleDeclaration,
): Rendering {
	return (element) => {
		const style = computedStyle(element);
		const space = style.whiteSpace;
		return {
			box: boxOf(element, style),
			unseen:
				style.visibility === "hidden" ||
				style.visibility === "collapse" ||
				CLIPPED.test(style.clip) ||
				CLIPPED.test(style.clipPath),
			keepsLines:
				space === ""
					? undefined
					: space.startsWith("pre") || space === "break-spaces",
			pinned: style.position === "fixed" || style.position === "sticky",
		};
	};
}
