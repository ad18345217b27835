/** A text set on a page: position in points from the bottom left, Helvetica of a size. */
export interface Placed {
	readonly x: number;
	readonly y: number;
	readonly text: string;
	readonly size?: number;
}

const escaped = (text: string): string => text.replace(/[\\()]/g, "\\$&");

const drawn = (sets: readonly Placed[]): string =>
	sets
		.map(
			({ x, y, text, size = 10 }) =>
				`BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`,
		)
		.join("\n");

/** A small PDF file of letter pages; `trailer` adds entries to the trailer. */
export function makePdf(
	pages: readonly (readonly Placed[])[],
	trailer = "",
): Uint8Array {
	const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(" ");
	const objects = [
		"<< /Type /Catalog /Pages 2 0 R >>",
		`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
		...pages.flatMap((sets, index) => {
			const stream = drawn(sets);
			return [
				`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
				`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
			];
		}),
	];
	let file = "%PDF-1.4\n";
	const offsets = objects.map((object, index) => {
		const offset = file.length;
		file += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return offset;
	});
	const start = file.length;
	const entries = offsets.map(
		(offset) => `${String(offset).padStart(10, "0")} 00000 n \n`,
	);
	file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join("")}`;
	file += `trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF`;
	return new TextEncoder().encode(file);
}

/** Lines of one column, one below the other. */
export const column = (
	lines: readonly string[],
	{ x = 72, y = 700, step = 12, size = 10 } = {},
): Placed[] =>
	lines.map((text, index) => ({ x, y: y - index * step, text, size }));
