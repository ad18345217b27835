import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";

const FOLDER = fileURLToPath(new URL("../pages", import.meta.url));

/** One page of tests/pages with what a reader sees in it. */
export interface Fixture {
	readonly slug: string;
	readonly html: string;
	readonly passages: readonly {
		readonly text: string;
		readonly writer: "human" | "machine" | "mixed";
	}[];
}

export function fixtures(): Fixture[] {
	return readdirSync(FOLDER, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => ({
			slug: name,
			html: readFileSync(`${FOLDER}/${name}/source.html`, "utf8"),
			passages: JSON.parse(
				readFileSync(`${FOLDER}/${name}/expected.json`, "utf8"),
			).passages,
		}));
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
export function parse(html: string): JSDOM {
	const dom = new JSDOM(html, {
		pretendToBeVisual: true,
		url: "https://example.test/",
	});
	attachDeclared(dom.window.document);
	return dom;
}
