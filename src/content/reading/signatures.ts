import type { Unit } from "../structure/unit.ts";
import type { Block } from "./block-builder.ts";

/** Shorter closings ("Thanks in advance.") belong to the text; a longer block is a text that was posted twice. */
const FEWEST_WORDS = 8;
const MOST_WORDS = 60;
/** Different texts that end with the same block. */
const FEWEST_POSTS = 2;
/** A signature of more paragraphs than this is none. */
const MOST_BLOCKS = 3;

/** Blocks that are read together. */
export interface Run {
	readonly blocks: readonly Block[];
	readonly heading: string | undefined;
}

/** The post that a unit is, or stands in; undefined outside of posts. */
function postOf(unit: Unit): Element | undefined {
	for (let at: Unit | undefined = unit; at !== undefined; at = at.outer)
		if (at.post) return at.element;
	return undefined;
}

const isCell = ({ element }: Unit): boolean =>
	element.localName === "td" || element.localName === "th";

/** What is said before the block that may be a signature: the texts that it ends must differ. */
type Body = string | Element;

/** The text before a unit's last block; for a box inside a post the post; undefined where nothing else is said. */
function bodyBefore(unit: Unit, before: readonly Block[]): Body | undefined {
	const post = postOf(unit);
	if (post === undefined) return undefined;
	if (!unit.post && !isCell(unit)) return post;
	return before.length === 0
		? undefined
		: before.map(({ text }) => text).join("\n");
}

/** The last blocks that several different texts end with. */
function repeatedEnds(units: ReadonlyMap<Unit, readonly Block[]>): Block[] {
	const ends = new Map<string, { blocks: Block[]; bodies: Set<Body> }>();
	for (const [unit, blocks] of units) {
		const last = blocks.at(-1);
		if (last === undefined) continue;
		if (last.words < FEWEST_WORDS || last.words > MOST_WORDS) continue;
		const body = bodyBefore(unit, blocks.slice(0, -1));
		if (body === undefined) continue;
		const end = ends.get(last.text) ?? { blocks: [], bodies: new Set() };
		end.blocks.push(last);
		end.bodies.add(body);
		ends.set(last.text, end);
	}
	return [...ends.values()]
		.filter(({ bodies }) => bodies.size >= FEWEST_POSTS)
		.flatMap(({ blocks }) => blocks);
}

/**
 * Takes out what members of a forum set under each of their posts: short blocks at the end of several posts, or in a box
 * of their own there. A post that comes twice as a whole stays.
 */
export function withoutSignatures<R extends Run>(runs: readonly R[]): R[] {
	const units = new Map<Unit, Block[]>();
	for (const { blocks } of runs)
		for (const block of blocks) {
			const { unit } = block.place;
			// Text outside of posts, often most of the page, has none.
			if (postOf(unit) === undefined) break;
			const before = units.get(unit);
			if (before === undefined) units.set(unit, [block]);
			else before.push(block);
		}
	const signatures = new Set<Block>();
	for (let round = 0; round < MOST_BLOCKS; round += 1) {
		const found = repeatedEnds(units);
		if (found.length === 0) break;
		for (const block of found) {
			signatures.add(block);
			units.get(block.place.unit)?.pop();
		}
	}
	if (signatures.size === 0) return [...runs];
	return runs
		.map((run) => ({
			...run,
			blocks: run.blocks.filter((block) => !signatures.has(block)),
		}))
		.filter(({ blocks }) => blocks.length > 0);
}
