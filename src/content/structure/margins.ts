/** Names, whole words only, that themes give to what frames the text of a page: its end, its side, its adverts. */
const MARGIN_NAME =
	/(?:^|\s)(?:(?:site|page|global|main)?[-_]?footer|colophon|sidebar|side-bar|sphinxsidebar|widget|widget[-_]area|related[-_]?(?:posts|articles|stories|content|links)?|newsletter(?:[-_](?:signup|sign-up|form|box|promo))?|share[-_](?:tools|buttons|bar)|sharedaddy|social[-_](?:links|share)|breadcrumbs?|pagination|pager|advert(?:isement)?|ad-(?:slot|container|unit)|sponsored|author[-_](?:bio|box|info)|about-(?:the-)?author|copyright|outbrain|taboola\S*)(?:$|\s)/i;
const NEVER: ReadonlySet<string> = new Set(["html", "body", "main", "article"]);
/** A margin holds no main text; where a theme names so what does, the name is wrong. */
const MAIN = "main, article, h1, [role='main'], [itemprop='articleBody']";

/** True for an element that by its name frames the text and is no part of it. */
export function isMargin(element: Element): boolean {
	const names = `${element.id} ${element.getAttribute("class") ?? ""}`;
	return (
		names.length > 1 &&
		MARGIN_NAME.test(names) &&
		!NEVER.has(element.localName) &&
		element.querySelector(MAIN) === null
	);
}
