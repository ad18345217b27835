import type { Browser } from "../browser.ts";

/** What the permission for every site is called; asked for only on a click. */
export const ALL_SITES: readonly string[] = ["*://*/*"];

/** The match patterns of one host, ports and subdomains apart: a permission knows no ports. */
export const patternsOf = (host: string): string[] => [`*://${host}/*`];

/** Whether the browser lets us read a host's pages; a user may have allowed one of the schemes alone. */
export async function mayRead(
	permissions: Pick<Browser["permissions"], "contains">,
	host: string,
): Promise<boolean> {
	const schemes = ["https", "http"].map((scheme) =>
		permissions.contains({ origins: [`${scheme}://${host}/*`] }),
	);
	return (await Promise.all(schemes)).includes(true);
}

/** Labels of letters, digits and inner hyphens; an IPv4 address fits too. */
const HOST = /^(?!-)[a-z\d-]{1,63}(?<!-)(\.(?!-)[a-z\d-]{1,63}(?<!-))*$/;
const LONGEST_HOST = 253;

/**
 * The host name a user means by an address or a name, in the form the browser compares (lower case,
 * Punycode), or `undefined` when it is none.
 */
export function hostFrom(typed: string): string | undefined {
	const given = typed.trim();
	const address = /^[a-z][a-z\d+.-]*:\/\//i.test(given)
		? given
		: `https://${given}`;
	if (!URL.canParse(address)) return undefined;
	const url = new URL(address);
	if (!/^https?:$/.test(url.protocol)) return undefined;
	const host = url.hostname;
	return host.length <= LONGEST_HOST && HOST.test(host) ? host : undefined;
}
