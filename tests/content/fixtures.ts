import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import type { Disclosure } from "../../src/shared/messages.ts";

const FOLDER = fileURLToPath(new URL("../pages", import.meta.url));

/** One page of tests/pages with what a reader sees in it. */
export interface Fixture {
	readonly slug: string;
	readonly html: string;
	/** Served as XHTML: parsed by the rules of XML. */
	readonly xml: boolean;
	readonly passages: readonly {
		readonly text: string;
		readonly writer: "human" | "machine" | "mixed";
		/** `null` where the page names none; absent where the case does not ask. */
		readonly author?: string | null;
	}[];
	/** What the page says of itself. */
	readonly disclosures: readonly Disclosure[];
}

export function fixtures(): Fixture[] {
	return readdirSync(FOLDER, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => {
			const folder = `${FOLDER}/${name}`;
			const xml = existsSync(`${folder}/source.xhtml`);
			return {
				slug: name,
				html: readFileSync(
					`${folder}/source.${xml ? "xhtml" : "html"}`,
					"utf8",
				),
				xml,
				disclosures: [],
				...JSON.parse(readFileSync(`${folder}/expected.json`, "utf8")),
			};
		});
}

/** Gives `root` the shadow trees that a browser's parser makes from declarative templates. */
function attachDeclared(root: ParentNode): void {
	for (const template of root.querySelectorAll<HTMLTemplateElement>(
		"template[shadowrootmode]",
	)) {
		const host = template.parentElement;
		if (host === null) continue;
		template.remove();
		const tree = host.attachShadow({ mode: "open" });
		tree.append(template.content);
		attachDeclared(tree);
	}
}

/** A document without scripts running, as a browser would have parsed it. */
export function parse(html: string, xml = false): JSDOM {
	const dom = new JSDOM(html, {
		pretendToBeVisual: true,
		url: "https://example.test/",
		contentType: xml ? "application/xhtml+xml" : "text/html",
	});
	attachDeclared(dom.window.document);
	return dom;
}
