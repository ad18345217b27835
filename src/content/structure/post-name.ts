/** Class names that sites give a post, and nothing but one. */
const POST_NAME =
	/(?:^|\s)(?:comment|reply|post|message|review|answer|tweet|status)(?:[-_](?:item|entry|wrapper|container|card|node|row))?(?:$|\s)/i;

/** True for an element of such a class. */
export const hasPostName = (element: Element): boolean =>
	POST_NAME.test(element.getAttribute("class") ?? "");
