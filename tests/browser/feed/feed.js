/**
 * A feed in the manner of big sites: 500 posts, of which only those near the view are in the page, in nodes used again
 * and again. Every third post speaks of robots, which the stub judges machine-like.
 */
const HEIGHT = 220;
/** No multiple of three: each slot shows all kinds of posts in turn. */
const POOL = 25;
const feed = document.querySelector("#feed");
let posts = [];

const words = (word, count) =>
	`${Array.from({ length: count }, (_, at) => (at % 4 === 0 ? word : "and then")).join(" ")}.`;
export const textsOf = (route, index) => {
	const word = `${index % 3 === 0 ? "robot" : "people"}${route}x${index}`;
	return [words(word, 40 + (index % 7)), words(word, 30)];
};

/** Ways of pages to put other text where some was: into the nodes there are, or new nodes; with markup inside or not. */
function write(paragraph, text, way) {
	const middle = text.indexOf(" ", text.length / 2);
	const parts =
		way === 2
			? [
					text.slice(0, middle),
					text.slice(middle, middle + 9),
					text.slice(middle + 9),
				]
			: [text];
	const nodes = [...paragraph.childNodes].map((it) => it.firstChild ?? it);
	if (way !== 1 && nodes.length === parts.length) {
		for (const [at, part] of parts.entries()) nodes[at].data = part;
		return;
	}
	paragraph.replaceChildren(...parts);
	if (way !== 2) return;
	const strong = document.createElement("b");
	paragraph.childNodes[1].replaceWith(strong);
	strong.textContent = parts[1];
}

function makeSlot() {
	const post = document.createElement("div");
	post.className = "post";
	const time = document.createElement("time");
	time.textContent = "now";
	post.append(time, document.createElement("p"), document.createElement("p"));
	return post;
}
const slots = Array.from({ length: POOL }, makeSlot);

/** Which post each slot shows follows from the place alone, and so does the page's markup. */
function render() {
	const first = Math.max(0, Math.floor(scrollY / HEIGHT) - 8);
	for (
		let index = first;
		index < Math.min(posts.length, first + POOL);
		index += 1
	) {
		const slot = slots[index % POOL];
		if (slot.dataset.index === String(index) && slot.isConnected) continue;
		slot.dataset.index = String(index);
		slot.style.top = `${index * HEIGHT}px`;
		const paragraphs = slot.querySelectorAll("p");
		for (const [at, text] of posts[index].entries())
			write(paragraphs[at], text, (index >> 2) % 3);
		// Some lists also take the node out and put it back.
		if (index % 5 === 0 || !slot.isConnected) feed.append(slot);
	}
}

/** Goes to another list of posts as app-like sites do: another address, the same document. */
function go(route, count) {
	posts = Array.from({ length: count }, (_, index) => textsOf(route, index));
	feed.style.height = `${count * HEIGHT}px`;
	for (const slot of slots) {
		slot.remove();
		slot.dataset.index = "";
	}
	scrollTo(0, 0);
	render();
}

/** What the marks showed in any frame, and which posts stayed in view. */
const seen = {
	wrong: [],
	leaked: 0,
	frames: 0,
	marked: [],
	stayed: [],
	late: [],
};
const since = new Map();
const STAY_MS = 2000;

function ourRanges() {
	return [...CSS.highlights]
		.filter(([name]) => name.startsWith("telltale-passage"))
		.flatMap(([, highlight]) => [...highlight]);
}
function look() {
	const marked = new Set();
	for (const range of ourRanges()) {
		if (range.collapsed || !range.startContainer.isConnected) {
			seen.leaked += 1;
			continue;
		}
		const paragraph = range.startContainer.parentElement.closest("p");
		const text = range.toString();
		// A mark covers whole paragraphs, and of machine-written posts only.
		if (text !== paragraph?.textContent || !text.startsWith("robot"))
			seen.wrong.push(text.slice(0, 60));
		marked.add(Number(paragraph?.parentElement.dataset.index));
	}
	const now = performance.now();
	for (let index = 0; index < posts.length; index += 1) {
		const top = index * HEIGHT - scrollY;
		if (top < 0 || top + HEIGHT > innerHeight) {
			since.delete(index);
			continue;
		}
		if (!since.has(index)) since.set(index, now);
		if (now - since.get(index) < STAY_MS || seen.stayed.includes(index))
			continue;
		seen.stayed.push(index);
		if (index % 3 === 0 && !marked.has(index)) seen.late.push(index);
	}
	seen.frames += 1;
	requestAnimationFrame(look);
}

/** Scrolls evenly for a while. */
function glide(pixelsPerSecond, ms) {
	const start = performance.now();
	const from = scrollY;
	return new Promise((resolve) => {
		const step = () => {
			const passed = performance.now() - start;
			scrollTo(0, from + (pixelsPerSecond * passed) / 1000);
			if (passed < ms) requestAnimationFrame(step);
			else resolve();
		};
		step();
	});
}

addEventListener("scroll", render, { passive: true });
go("home", 500);
requestAnimationFrame(look);
Object.assign(globalThis, {
	feedPage: { go, glide, render, seen, since, ourRanges, textsOf },
});
