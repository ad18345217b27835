/** Texts in one run of the model: more gain little speed and make others wait. */
const MAX_SLICE_TEXTS = 8;
/** UTF-16 units in one run, about 1,000 tokens: three seconds on two cores, so that every page gets its turn. */
const MAX_SLICE_UNITS = 4000;

/**
 * Cuts a list of texts into runs of like length, shortest first, so that little is padded.
 * @returns indices into `texts`; every index occurs once, and each run has at least one.
 */
export function slicesOf(texts: readonly string[]): number[][] {
	const lengthOf = (index: number): number => texts[index]?.length ?? 0;
	const order = texts
		.map((_text, index) => index)
		.sort((a, b) => lengthOf(a) - lengthOf(b));
	const slices: number[][] = [];
	let slice: number[] = [];
	let units = 0;
	for (const index of order) {
		const full =
			slice.length === MAX_SLICE_TEXTS ||
			units + lengthOf(index) > MAX_SLICE_UNITS;
		if (full && slice.length > 0) {
			slices.push(slice);
			slice = [];
			units = 0;
		}
		slice.push(index);
		units += lengthOf(index);
	}
	if (slice.length > 0) slices.push(slice);
	return slices;
}
