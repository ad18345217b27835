export interface ChooseParts {
	/** Files may be dropped anywhere on it. */
	readonly page: Document;
	readonly input: HTMLInputElement;
	/** Shown as the place to drop while a file is over the page. */
	readonly zone: Element;
	readonly signal: AbortSignal;
}

const OVER = "over";

/** Calls `chosen` with each file that the user chooses or drops; several at once count as the first. */
export function watchFiles(
	{ page, input, zone, signal }: ChooseParts,
	chosen: (file: File) => void,
): void {
	const take = (file: File | undefined): void => {
		if (file !== undefined) chosen(file);
	};
	input.addEventListener("change", () => take(input.files?.[0]), { signal });
	input.addEventListener(
		"click",
		() => {
			// The same file, chosen again, is a change again.
			input.value = "";
		},
		{ signal },
	);
	const hasFiles = (event: DragEvent): boolean =>
		event.dataTransfer?.types.includes("Files") === true;
	page.addEventListener(
		"dragover",
		(event) => {
			if (!hasFiles(event)) return;
			event.preventDefault();
			zone.classList.add(OVER);
		},
		{ signal },
	);
	page.addEventListener(
		"dragleave",
		(event) => {
			if (event.relatedTarget === null) zone.classList.remove(OVER);
		},
		{ signal },
	);
	page.addEventListener(
		"drop",
		(event) => {
			zone.classList.remove(OVER);
			if (!hasFiles(event)) return;
			// Else the browser would leave this page for the file.
			event.preventDefault();
			take(event.dataTransfer?.files[0]);
		},
		{ signal },
	);
}
