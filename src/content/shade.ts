/** What lies behind a text: marks need another shade on dark. */
export type Shade = "light" | "dark";

const COLOR =
	/^rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:[,/ ]+([\d.]+)(%?))?\)$/;
/** A background more transparent than this shows what lies behind it. */
const OPAQUE = 0.5;
/** Relative luminance at which black and white text have the same contrast (WCAG 2). */
const MIDDLE = 0.18;

function linear(channel: number): number {
	const share = channel / 255;
	return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Shade of a computed colour; undefined where it is transparent or not in sRGB notation. */
export function shadeOf(color: string): Shade | undefined {
	const match = COLOR.exec(color);
	if (match === null) return undefined;
	const alpha = Number(match[4] ?? 1) / (match[5] === "%" ? 100 : 1);
	if (alpha < OPAQUE) return undefined;
	const [red = 0, green = 0, blue = 0] = match
		.slice(1, 4)
		.map((channel) => linear(Number(channel)));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue < MIDDLE
		? "dark"
		: "light";
}

export interface ShadeEnvironment {
	readonly computedStyle: (element: Element) => CSSStyleDeclaration;
	readonly prefersDark: () => boolean;
}

/** The shade behind an element's text: nearest opaque background, a picture judged by the text on it, else the canvas. */
export function shadeBehind(
	element: Element,
	{ computedStyle, prefersDark }: ShadeEnvironment,
): Shade {
	let at: Element | null = element;
	while (at !== null) {
		const style = computedStyle(at);
		const shade = shadeOf(style.backgroundColor);
		if (shade !== undefined) return shade;
		if (style.backgroundImage !== "none" && style.backgroundImage !== "") {
			return shadeOf(computedStyle(element).color) === "light"
				? "dark"
				: "light";
		}
		const root: Node = at.getRootNode();
		at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
	}
	const scheme =
		computedStyle(element.ownerDocument.documentElement).colorScheme ?? "";
	const followsUser =
		scheme.includes("dark") && (prefersDark() || !scheme.includes("light"));
	return followsUser ? "dark" : "light";
}
