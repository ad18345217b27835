/** A long book in the markup of the web: paragraphs of five text nodes each, and as many nodes in short cells. */
const PARAGRAPHS = 5_000;
const CELLS = 25_000;
const MUTATIONS = 20_000;

/** No language that the detector knows, so that the engine answers at once and its work disturbs no timing. */
const WORDS =
	"vela noro taxim ubel soranda pilu kerro mandu savil ostra nelum gari tovela";

/** Text of its own for each paragraph, of about 40 words. */
function paragraph(index: number): string {
	const words = WORDS.replaceAll(" ", ` ${index.toString(36)}o `);
	return `<p>${words}<b>${words}</b>, ${words} <a href="#${index}">${words}</a> ${words}.</p>`;
}

/** Changes as pages make them: edits of text, nodes put in, nodes taken out. */
const SCRIPT = `
globalThis.mutate = () => {
	const all = document.querySelectorAll("p");
	for (let count = 0; count < ${MUTATIONS}; count += 1) {
		const one = all[(count * 7919) % all.length];
		if (count % 3 === 0) one.firstChild.data += " alo";
		else if (count % 3 === 1) one.append("neri ");
		else one.lastChild.remove();
	}
};`;

/** A page of 50,000 text nodes whose `mutate()` makes 20,000 changes in one task. */
export function hugePage(): string {
	const paragraphs = Array.from({ length: PARAGRAPHS }, (_, index) =>
		paragraph(index),
	);
	const cells = Array.from(
		{ length: CELLS },
		(_, index) => `<td>${index}</td>`,
	);
	const rows = Array.from(
		{ length: CELLS / 10 },
		(_, row) => `<tr>${cells.slice(row * 10, row * 10 + 10).join("")}</tr>`,
	);
	return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Bench</title><body>
<main>${paragraphs.join("\n")}</main>
<table>${rows.join("")}</table>
<script>${SCRIPT}</script>
</body></html>
`;
}
