/** Whose text it is: blocks of one unit may be joined, blocks of two never. */
export interface Unit {
	readonly element: Element;
	/** Stands beside the flow (quote, note, figure, table column): text before and after it still belongs together. */
	readonly beside: boolean;
}

const OWN_TAGS: ReadonlySet<string> = new Set(["article", "dialog"]);
const BESIDE_TAGS: ReadonlySet<string> = new Set([
	"aside",
	"figure",
	"figcaption",
	"blockquote",
	"caption",
]);
const OWN_ROLES: ReadonlySet<string> = new Set([
	"article",
	"comment",
	"dialog",
	"alertdialog",
]);
const BESIDE_ROLES: ReadonlySet<string> = new Set([
	"complementary",
	"note",
	"figure",
]);
const OWN_TYPES = /(?:Comment|Review|Answer|Question|Posting|Article)$/;
const OWN_PROPERTIES = /^(?:comment|review|suggestedAnswer|acceptedAnswer)$/;

/** What posts, comments and reviews carry and mere paragraphs do not: a time, an author, controls, a title. */
const RECORD_PARTS =
	'time, [datetime], [rel~="author"], [itemprop="author"], [class*="author" i], [class*="user" i], [class*="byline" i], ' +
	'button, [role="button"], h1, h2, h3, h4, h5, h6, [role="heading"], a[href*="/user"], a[href*="profile"]';
/** Siblings looked at to tell whether a repeated structure is a list of records. */
const SAMPLE = 5;

const signatureOf = (element: Element): string =>
	`${element.localName}.${element.classList.item(0) ?? ""}`;

/** Finds repeated structures: siblings alike, at least half of which look like a post. */
function createRecordFinder(): (element: Element) => boolean {
	const known = new Map<Element, Map<string, boolean>>();
	const look = (parent: Element): Map<string, boolean> => {
		const alike = new Map<string, Element[]>();
		for (const child of parent.children) {
			const signature = signatureOf(child);
			const group = alike.get(signature);
			if (group === undefined) alike.set(signature, [child]);
			else group.push(child);
		}
		const answer = new Map<string, boolean>();
		for (const [signature, group] of alike) {
			const sample = group.slice(0, SAMPLE);
			const records = sample.filter(
				(it) => it.querySelector(RECORD_PARTS) !== null,
			).length;
			answer.set(signature, group.length > 1 && records * 2 >= sample.length);
		}
		return answer;
	};
	return (element) => {
		const parent = element.parentElement;
		if (parent === null || parent.childElementCount < 2) return false;
		let answer = known.get(parent);
		if (answer === undefined) {
			answer = look(parent);
			known.set(parent, answer);
		}
		return answer.get(signatureOf(element)) ?? false;
	};
}

function declaredUnit(element: Element): "own" | "beside" | undefined {
	const role = element.getAttribute("role") ?? "";
	if (OWN_TAGS.has(element.localName) || OWN_ROLES.has(role)) return "own";
	if (BESIDE_TAGS.has(element.localName) || BESIDE_ROLES.has(role))
		return "beside";
	if (OWN_TYPES.test(element.getAttribute("itemtype") ?? "")) return "own";
	if (OWN_PROPERTIES.test(element.getAttribute("itemprop") ?? "")) return "own";
	return undefined;
}

const isCell = (element: Element): element is HTMLTableCellElement =>
	(element.localName === "td" || element.localName === "th") &&
	"cellIndex" in element;

/** Gives each block element the unit it opens, or undefined when it belongs to its parent's. Made anew for each scan. */
export function createUnits(): (element: Element) => Unit | undefined {
	const isRecord = createRecordFinder();
	const columns = new Map<Element, Map<number, Unit>>();
	const columnOf = (cell: HTMLTableCellElement): Unit => {
		// Forums laid out as tables: each row is a post.
		if (cell.parentElement !== null && isRecord(cell.parentElement))
			return { element: cell, beside: true };
		const table = cell.closest("table") ?? cell;
		const known = columns.get(table) ?? new Map<number, Unit>();
		columns.set(table, known);
		const unit = known.get(cell.cellIndex) ?? { element: cell, beside: true };
		known.set(cell.cellIndex, unit);
		return unit;
	};
	return (element) => {
		const declared = declaredUnit(element);
		if (declared !== undefined)
			return { element, beside: declared === "beside" };
		if (isCell(element)) return columnOf(element);
		return isRecord(element) ? { element, beside: false } : undefined;
	};
}
